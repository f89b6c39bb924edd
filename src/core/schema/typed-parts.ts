import { oncePer } from '../shared/once-per.ts';
import type { ColumnView, SchemaView } from './view.ts';

/** What has a type in a schema: the columns, and the items of those that are arrays. */
export const typedParts: (view: SchemaView) => readonly ColumnView[] = oncePer((view) =>
  view.tables.flatMap((it) => it.columns).flatMap((it) => (it.items === undefined ? [it] : [it, it.items])),
);
