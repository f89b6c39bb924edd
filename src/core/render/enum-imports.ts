import type { Column, Model } from '../model/model.ts';
import { enumOwner } from './model-view.ts';

/** Imports of the enums of some columns; each is declared in the module of one table. */
export function enumImports(columns: readonly Column[], model: Model): readonly string[] {
  const imports = columns.flatMap(({ type }) => {
    if (type.kind !== 'enum') return [];
    const owner = enumOwner(type, model);
    return owner === undefined ? [] : [`from app.models.${owner.module} import ${type.className}`];
  });
  return [...new Set(imports)];
}
