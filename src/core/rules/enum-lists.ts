import { namedEnums } from '../schema/named-enums.ts';
import { typedParts } from '../schema/typed-parts.ts';
import type { Part, SchemaView } from '../schema/view.ts';
import { columnLabel, quote } from './place.ts';

/** What lists the values of an enum: an inline enum's column, or a named enum of the root. */
export type EnumList = { readonly part: Part; readonly label: string };

/** All of a schema: named ones first. */
export const enumLists = (view: SchemaView): readonly EnumList[] => [
  ...namedEnums(view).map((part) => ({ part, label: quote(part.name ?? '?') })),
  ...typedParts(view)
    .filter((it) => it.type === 'Enum' && it.raw.enum === undefined)
    .map((part) => ({ part, label: columnLabel(part) })),
];
