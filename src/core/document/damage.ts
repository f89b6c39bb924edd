import { type Node, type ParseError, printParseErrorCode } from 'jsonc-parser';

/** What mistakes in the writing of a text, such as a missing brace, leave of it that can be relied on. */
export type Damage = {
  /** Whether the part of the text that has this offset may have been misread. */
  readonly covers: (offset: number) => boolean;
  /** Whether that is so of any table, so that nobody knows what others refer to. */
  readonly ofTables: boolean;
};

/** A stretch of the text that is read well or badly as a whole. */
type Unit = { readonly start: number; readonly end: number; readonly isBroken: boolean };

/**
 * Finds what a mistake may have spoiled: the table that it is in, or the list of tables, or else all that is outside
 * of them. A comma that is missing spoils nothing. Beside a mistake, a table without a name is a piece of another one;
 * and where a table is no object, all of them may be.
 */
export function findDamage(tree: Node | undefined, errors: readonly ParseError[]): Damage {
  const mistakes = errors.filter((it) => printParseErrorCode(it.error) !== 'CommaExpected');
  if (mistakes.length === 0) return { covers: () => false, ofTables: false };
  const units = unitsOf(tree).map((it) => ({
    ...it,
    isBroken: it.isBroken || mistakes.some((mistake) => touches(it, mistake)),
  }));
  const isFileBroken =
    units.length === 0 || mistakes.some((mistake) => !units.some((it) => touches(it, mistake)));
  return {
    covers: (offset) => units.find((it) => it.start <= offset && offset < it.end)?.isBroken ?? isFileBroken,
    ofTables: units.some((it) => it.isBroken),
  };
}

const touches = (unit: Unit, { offset, length }: ParseError): boolean =>
  offset <= unit.end && offset + length >= unit.start;

/** The tables, and after them their list, so that what lies in a table is found there. */
function unitsOf(tree: Node | undefined): readonly Unit[] {
  const properties = tree?.type === 'object' ? (tree.children ?? []) : [];
  const lists = properties.filter((it) => it.children?.[0]?.value === 'schema');
  const tables = lists.flatMap(({ children: [, value] = [] }) =>
    value?.type === 'array' ? (value.children ?? []) : [],
  );
  const isPieces =
    tables.some((it) => it.type !== 'object') || lists.some((it) => it.children?.[1]?.type !== 'array');
  return [...tables, ...lists].map((it) => ({
    start: it.offset,
    end: it.offset + it.length,
    isBroken: isPieces || (it.type === 'object' && !hasName(it)),
  }));
}

const hasName = ({ children = [] }: Node): boolean =>
  children.some((it) => it.children?.[0]?.value === 'table_name');
