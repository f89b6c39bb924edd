import type { Model } from '../model/model.ts';

/** The extensions of PostgreSQL that a schema needs, each once. */
export const extensionsOf = ({ tables }: Model): readonly string[] => [
  ...new Set(tables.flatMap((it) => it.indexes.flatMap((index) => index.extensions))),
];
