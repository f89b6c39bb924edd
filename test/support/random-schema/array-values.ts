import { type Choose, type Part, present } from './choose.ts';
import type { MakeType, Typed } from './text-values.ts';

/** What an array may hold: items of a type, and how their values are made. */
export type MakeItems = (choose: Choose) => Typed & { readonly type: string };

/** How arrays are made of what makes their items. */
export const arrayOf =
  (makeItems: MakeItems): MakeType =>
  (choose) => {
    const { type, own, literal } = makeItems(choose);
    const { format, ...others } = own;
    const dimensions = choose.pick([undefined, undefined, undefined, 1, 2, 3]);
    const items: Part = present({
      type,
      ...others,
      format: format === 'password' ? undefined : format,
    });
    return {
      own: { items, dimensions },
      literal: () => lists(choose, dimensions ?? 1, literal),
      server: ["'{}'", ...(SERVER[type] ?? [])],
    };
  };

const SERVER: Readonly<Record<string, readonly string[]>> = {
  Text: ['\'{a,"b c","q\\"","null"}\'', "'{}'::text[]"],
  Boolean: ["'{t,false}'"],
  Date: ["'{2026-01-31}'"],
  LargeBinary: ['\'{"\\\\x00ff"}\''],
};

/** Lists of one length in each level, at times empty in all. */
function lists(choose: Choose, dimensions: number, literal: () => unknown): unknown {
  const lengths = Array.from({ length: dimensions }, () => choose.int(1, 2));
  const made = (level: number): unknown =>
    level === dimensions ? literal() : Array.from({ length: lengths[level] ?? 1 }, () => made(level + 1));
  return choose.chance(20) || literal() === undefined ? [] : made(0);
}
