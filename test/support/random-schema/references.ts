import { type Choose, type Part, present } from './choose.ts';
import { description, type Names } from './names.ts';

/** A table while it is put together. */
export type Draft = {
  readonly name: string;
  readonly names: Names;
  readonly keys: readonly Part[];
  readonly columns: Part[];
  readonly relationships: Part[];
  readonly constraints: Part[];
};

/** A reference from one table to another, which relationships may use. */
export type Link = {
  readonly holder: Draft;
  readonly target: Draft;
  readonly columns: readonly string[];
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
  const isComposite = target.keys.length > 1 && target.keys.every(hasOwnType);
  if (isComposite && choose.chance(75)) return [addCompositeReference(choose, holder, target)];
  const referenced = targetColumn(choose, target);
  return referenced === undefined ? [] : [addSingleReference(choose, { holder, target, referenced })];
}

type Ends = { readonly holder: Draft; readonly target: Draft; readonly referenced: Part };

function addSingleReference(choose: Choose, { holder, target, referenced }: Ends): Link {
  const name = choose.chance(70)
    ? freeName(holder, `${target.name.slice(0, 40).toLowerCase()}_id`)
    : holder.names.next();
  const isRequired = choose.chance(target === holder ? 8 : 30);
  const isKey = isRequired && target !== holder && choose.chance(15);
  const unique = !isKey && choose.chance(25);
  const flags = { primary_key: isKey || undefined, unique: unique || undefined };
  const link = { holder, target, columns: [name], unique };
  holder.columns.push(
    present({
      name,
      ...reference(choose, link, { key: [referenced], isRequired }),
      ...flags,
      nullable: isRequired ? false : choose.maybe(30, true),
      default: choose.chance(8) && NUMBERS.has(referenced.type) ? 7 : undefined,
      index: choose.maybe(25, true),
      description: description(choose),
    }),
  );
  return link;
}

const NUMBERS: ReadonlySet<unknown> = new Set(['Integer', 'BigInteger', 'SmallInteger']);

/** A `target` of the column, or a type of its own and a constraint. */
function reference(choose: Choose, link: Link, referenced: Referenced): Part {
  const [column = {}] = referenced.key;
  if (hasOwnType(column) && choose.chance(15)) {
    addConstraint(choose, link, referenced);
    return ownType(column);
  }
  const target = `${link.target.name}.${String(column.name)}`;
  return { ...typeOfReference(choose, column), target, ...actions(choose, referenced.isRequired) };
}

/** A key over all key columns of the target; at times a column that the holder has already is one of them. */
function addCompositeReference(choose: Choose, holder: Draft, target: Draft): Link {
  const isRequired = choose.chance(target === holder ? 5 : 35);
  const columns: string[] = [];
  for (const key of target.keys) {
    const shared = [...holder.keys, ...holder.columns].find(
      (it) => isAlike(it, key) && !columns.includes(String(it.name)),
    );
    if (shared !== undefined && choose.chance(45)) {
      columns.push(String(shared.name));
      continue;
    }
    const name = holder.names.next();
    columns.push(name);
    holder.columns.push(
      present({ name, ...ownType(key), nullable: isRequired || choose.chance(30) ? false : undefined }),
    );
  }
  addConstraint(choose, { holder, target, columns }, { key: target.keys, isRequired: true });
  return { holder, target, columns, unique: false };
}

type Referenced = { readonly key: readonly Part[]; readonly isRequired: boolean };

function addConstraint(
  choose: Choose,
  { holder, target, columns }: Omit<Link, 'unique'>,
  { key, isRequired }: Referenced,
): void {
  holder.constraints.push(
    present({
      type: 'foreign_key',
      columns,
      target_table: target.name,
      target_columns: key.map((it) => it.name),
      // Keys over the same columns need names of their own.
      name: holder.constraints.length > 0 ? `key ${holder.constraints.length}` : undefined,
      ...actions(choose, isRequired),
    }),
  );
}

/** Whether another column can have the type too: an enum is a type of its own, a reference has that of its target. */
const hasOwnType = ({ type }: Part): boolean => type !== 'Enum' && type !== 'ForeignKey';

const isAlike = (a: Part, b: Part): boolean =>
  a.target === undefined && JSON.stringify(ownType(a)) === JSON.stringify(ownType(b));

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
