import { type Choose, type Part, present } from './choose.ts';
import { description, type Names } from './names.ts';

/** A table while it is put together. */
export type Draft = {
  readonly name: string;
  readonly names: Names;
  readonly keys: readonly Part[];
  readonly columns: Part[];
  readonly relationships: Part[];
};

/** A reference from one table to another, which relationships may use. */
export type Link = {
  readonly holder: Draft;
  readonly target: Draft;
  readonly column: string;
  readonly unique: boolean;
};

/** Adds foreign keys between the tables: none to three for each. */
export function addReferences(choose: Choose, tables: readonly Draft[]): readonly Link[] {
  return tables.flatMap((holder, at) =>
    Array.from({ length: choose.pick([0, 1, 1, 1, 2, 3]) }).flatMap(() => {
      // Mostly to tables before this one, so that required keys seldom form a circle.
      const upTo = choose.chance(80) ? Math.max(at - 1, 0) : tables.length - 1;
      const target = tables[choose.int(0, upTo)];
      return target === undefined ? [] : addReference(choose, holder, target);
    }),
  );
}

function addReference(choose: Choose, holder: Draft, target: Draft): readonly Link[] {
  const referenced = targetColumn(choose, target);
  if (referenced === undefined) return [];
  const name = choose.chance(70)
    ? freeName(holder, `${target.name.slice(0, 40).toLowerCase()}_id`)
    : holder.names.next();
  const isRequired = choose.chance(target === holder ? 8 : 30);
  const isKey = isRequired && target !== holder && choose.chance(15);
  const unique = !isKey && choose.chance(25);
  holder.columns.push(
    present({
      name,
      ...typeOfReference(choose, referenced),
      target: `${target.name}.${String(referenced.name)}`,
      nullable: isRequired ? false : choose.maybe(30, true),
      primary_key: isKey ? true : undefined,
      unique: unique ? true : undefined,
      index: choose.maybe(25, true),
      ...actions(choose, isRequired),
      description: description(choose),
    }),
  );
  return [{ holder, target, column: name, unique }];
}

function typeOfReference(choose: Choose, referenced: Part): Part {
  const isOwn = referenced.type !== 'Enum' && choose.chance(15);
  return isOwn ? ownType(referenced) : { type: 'ForeignKey' };
}

function actions(choose: Choose, isRequired: boolean): Part {
  const usual = ['CASCADE', 'RESTRICT', 'NO ACTION'] as const;
  const all = isRequired ? usual : ([...usual, 'SET NULL', 'SET DEFAULT'] as const);
  return { on_delete: choose.maybe(60, choose.pick(all)), on_update: choose.maybe(25, choose.pick(all)) };
}

function freeName(holder: Draft, wanted: string): string {
  if (holder.columns.some((it) => String(it.name).toLowerCase() === wanted)) return holder.names.next();
  holder.names.reserve(wanted);
  return wanted;
}

const ownType = ({ type, length, precision, scale, timezone }: Part): Part => ({
  type,
  length,
  precision,
  scale,
  timezone,
});

/** The only column of a table's key, or a unique one. */
function targetColumn(choose: Choose, target: Draft): Part | undefined {
  const unique = target.columns.filter((it) => it.unique === true && it.format !== 'password');
  const [key] = target.keys;
  if (unique.length > 0 && (target.keys.length > 1 || choose.chance(20)))
    return unique[choose.int(0, unique.length - 1)];
  return target.keys.length > 1 ? undefined : key;
}
