import { innerType } from '../model/column-type.ts';
import type { Column } from '../model/model.ts';

/** Imports of the enums of some columns, but for those that the importing module of `app.models` declares itself. */
export function enumImports(columns: readonly Column[], importing?: string): readonly string[] {
  const imports = columns.flatMap((it) => {
    const type = innerType(it.type);
    return type.kind === 'enum' && type.module !== importing
      ? [`from app.models.${type.module} import ${type.className}`]
      : [];
  });
  return [...new Set(imports)];
}
