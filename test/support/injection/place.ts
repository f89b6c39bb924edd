import { getLocation } from 'jsonc-parser';
import { validateText } from '../../../src/core/index.ts';
import { groupBy } from '../../../src/core/shared/group-by.ts';
import type { Choose } from '../random-schema/choose.ts';
import { HOSTILE } from './hostile-texts.ts';
import { type Replacement, replaceTexts } from './replace.ts';
import { type TextPlace, textPlaces } from './text-places.ts';

/** One schema twice: with hostile texts, and with harmless ones in the same places. */
export type Placed = {
  readonly hostile: string;
  readonly plain: string;
  /** The properties that hold a hostile text, once for each place. */
  readonly placements: readonly string[];
  /** How many hostile texts the rules refused. */
  readonly refused: number;
  /** Whether no name was touched, so that even the identifiers of both projects must be the same. */
  readonly onlyTexts: boolean;
};

/** Places that hold the same text, and get the same one: a name and what refers to it. */
type Group = {
  readonly places: readonly TextPlace[];
  readonly number: number;
  readonly text: string;
  /** As it is; without what a name may not have; or not placed at all. */
  state: 'raw' | 'tame' | 'off';
};

/** What a name may not have (section 6 of the format). */
const REFUSED = /[\p{Cc}\p{Cs}"'`./\\]/gu;

/** Characters of a text that is meant to be too much. */
const LARGE = 1_000_000;

/**
 * Puts a hostile text into many places of a valid schema at once. What the rules refuse is made tamer and in the end
 * left as it was; a place that is refused is no placement.
 */
export function placeHostile(schema: unknown, choose: Choose, onlyTexts: boolean): Placed {
  const groups = groupsOf(schema, choose, onlyTexts);
  for (let refused = 0; ; ) {
    const placed = groups.filter((it) => it.state !== 'off');
    const write = (textOf: (it: Group) => string): string =>
      JSON.stringify(
        replaceTexts(
          schema,
          placed.map((it): Replacement => [it.places, textOf(it)]),
        ),
      );
    const [hostile, plain] = [write(hostileText), write(plainText)];
    const errors = [hostile, plain].flatMap(errorPlaces);
    const places = placed.flatMap((it) => it.places);
    if (errors.length === 0) {
      return { hostile, plain, placements: places.map((it) => it.property), refused, onlyTexts };
    }
    refused += restrain(placed, errors);
  }
}

const TARGET = 'schema.columns.target';

/** Enum labels become names of members. */
const isFree = (it: TextPlace): boolean => it.kind === 'text' && !it.property.endsWith('values');

function groupsOf(schema: unknown, choose: Choose, onlyTexts: boolean): readonly Group[] {
  // What mentions names of tables and columns is renamed with those.
  const places = textPlaces(schema).filter((it) => it.value === undefined || it.property !== TARGET);
  const drawn = places.filter((it) => it.value !== undefined || choose.chance(it.kind === 'text' ? 70 : 10));
  const groups = [...groupBy(drawn, (it) => it.value?.replace(/^-/, '') ?? it).values()]
    .filter((places) => !onlyTexts || places.every(isFree))
    .map((places, number): Group => {
      const state = places.every(isFree) || choose.chance(10) ? 'raw' : 'tame';
      return { places, number, text: choose.pick(HOSTILE), state };
    });
  const large = choose.chance(20) ? choose.int(0, groups.length - 1) : -1;
  return groups.map((it) =>
    it.number === large ? { ...it, text: it.text.repeat(Math.ceil(LARGE / it.text.length)) } : it,
  );
}

const numbered = (it: Group): string => `n${String(it.number).padStart(3, '0')}`;

/** Names keep their number in front, because the order of files and imports follows them. */
function hostileText(group: Group): string {
  if (group.places.every(isFree)) return `${group.text}${group.number}`;
  if (group.state === 'raw') return `${numbered(group)} ${group.text}`;
  const tame = group.text.slice(0, 50).replace(REFUSED, '').replaceAll('%(', '(');
  return `${numbered(group)} ${tame}`.slice(0, 16).toWellFormed();
}

/** As long as the hostile one where it is a name, since long names are shortened. */
function plainText(group: Group): string {
  if (group.places.every(isFree)) return `${numbered(group)} zzz`;
  return `${numbered(group)} `.padEnd(Buffer.byteLength(hostileText(group)), 'z');
}

/** Makes those texts tamer that the errors are about, or any when they are about none; how many. */
function restrain(placed: readonly Group[], errors: readonly Path[]): number {
  const about = (isHit: IsHit): readonly Group[] =>
    placed.filter((it) => it.places.some(({ at }) => errors.some((error) => isHit(at, error))));
  const turned = [about(isSame), about(isNear), placed.slice(0, 5)].find((it) => it.length > 0) ?? [];
  if (turned.length === 0) throw new Error(`the schema has errors by itself: ${JSON.stringify(errors)}`);
  for (const it of turned) it.state = it.state === 'raw' && !it.places.every(isFree) ? 'tame' : 'off';
  return turned.length;
}

type Path = readonly (string | number)[];

/** Where the errors of a schema are; its text is one line. */
const errorPlaces = (text: string): readonly Path[] =>
  validateText(text)
    .diagnostics.filter((it) => it.severity === 'error')
    .map(({ range }) => getLocation(text, range.start.character + 1).path);

type IsHit = (place: Path, error: Path) => boolean;

const isSame: IsHit = (place, error) => place.length === error.length && isNear(place, error);

/** Whether a place lies in what the error is about, or the other way round. */
const isNear: IsHit = (place, error) => {
  const shared = Math.min(error.length, place.length);
  return error.slice(0, shared).every((it, i) => it === place[i]);
};
