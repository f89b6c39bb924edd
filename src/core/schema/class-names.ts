import { pascalCase } from './names.ts';
import { namespaceOf } from './namespaces.ts';

/** What the name of a class depends on. */
type Named = {
  readonly name: string | undefined;
  readonly className: string | undefined;
  readonly raw: Readonly<Record<string, unknown>>;
};

/** Classes that are not named get the namespace in front where tables would have the same class otherwise. */
export function withNamespaces<T extends Named>(tables: readonly T[]): readonly T[] {
  if (tables.every((it) => it.raw.namespace === undefined)) return tables;
  const counts = new Map<string, number>();
  for (const { className = '' } of tables) counts.set(className, (counts.get(className) ?? 0) + 1);
  return tables.map((it) => {
    const namespace = namespaceOf(it.name ?? '');
    const isShared = (counts.get(it.className ?? '') ?? 0) > 1;
    if (namespace === undefined || !isShared || it.raw.class_name !== undefined) return it;
    return { ...it, className: pascalCase(namespace) + (it.className ?? '') };
  });
}
