import { oncePer } from '../shared/once-per.ts';
import { type ColumnView, type Part, parts, type SchemaView, text } from './view.ts';

/** A named enum of the root as written. */
export type EnumView = Part & { readonly name: string | undefined };

/** The named enums of a schema, in order. */
export const namedEnums: (view: SchemaView) => readonly EnumView[] = oncePer((view) =>
  parts(view.raw.enums, ['enums']).map((it) => ({ ...it, name: text(it.raw.name) })),
);

/** What lists the values of an enum column: itself, or the first enum of the name that it gives, if there is one. */
export function enumSource(view: SchemaView, column: ColumnView): ColumnView | EnumView | undefined {
  const written = column.raw.enum;
  return written === undefined ? column : namedEnums(view).find((it) => it.name === written);
}
