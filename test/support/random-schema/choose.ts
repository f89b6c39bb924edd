import fc from 'fast-check';

/** Free decisions of one random schema, each taken by fast-check. */
export type Choose = {
  /** True in so many of a hundred cases. */
  readonly chance: (percent: number) => boolean;
  /** The value in so many of a hundred cases, else undefined. */
  readonly maybe: <T>(percent: number, value: T) => T | undefined;
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
  readonly int: (min: number, max: number) => number;
  /** Some of the items in another order. */
  readonly some: <T>(items: readonly T[], least: number, most: number) => readonly T[];
};

/** The object of a schema file while it is put together. */
export type Part = Record<string, unknown>;

/** What a function makes of free decisions. */
export function chosen<T>(make: (choose: Choose) => T): fc.Arbitrary<T> {
  return fc.noBias(fc.gen().map((draw) => make(chooseWith((min, max) => draw(integer, min, max)))));
}

const integer = (min: number, max: number): fc.Arbitrary<number> => fc.noBias(fc.integer({ min, max }));

function chooseWith(int: (min: number, max: number) => number): Choose {
  return {
    int,
    chance: (percent) => int(0, 99) < percent,
    maybe: (percent, value) => (int(0, 99) < percent ? value : undefined),
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    some: (items, least, most) => {
      const left = [...items];
      const count = Math.min(left.length, int(least, most));
      return Array.from({ length: count }, () => left.splice(int(0, left.length - 1), 1)).flat();
    },
  };
}

/** The properties that are not undefined. */
export const present = (part: Part): Part =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
