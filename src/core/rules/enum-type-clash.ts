import { enumTypeName } from '../schema/derived-names.ts';
import { namedEnums } from '../schema/named-enums.ts';
import { flatName, qualifiedName } from '../schema/namespaces.ts';
import { type SchemaView, type TableView, text } from '../schema/view.ts';
import type { Pointer } from '../shared/pointer.ts';
import { columnLabel, quote, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB213: an enum whose type has the name of another type; in PostgreSQL every table is one, too. */
export const enumTypeClash: Rule = {
  code: 'BB213',
  name: 'enum-type-clash',
  severity: 'error',
  summary:
    'The PostgreSQL type of an enum (an inline one is named `{table}_{column}`) has the name of a table, of another enum or of a type of PostgreSQL.',
  check: (view) => {
    if (view.dbType !== 'postgresql') return [];
    const owners = new Map(
      [...view.tableByName].flatMap(([name, it]) =>
        [name, flatName(name)].map((taken) => [taken, ownedByTable(it)]),
      ),
    );
    return enumTypes(view).flatMap((it) => claim(it, owners));
  },
};

/** What has a name among the types; PostgreSQL's own have no place in the file. */
type Owner = { readonly what: string; readonly at: Pointer | undefined };

type Claim = { readonly name: string; readonly label: string; readonly at: ReturnType<typeof valueAt> };

const ownedByTable = (table: TableView): Owner => ({
  what: `the table ${tableLabel(table)}`,
  at: [...table.at, 'table_name'],
});

/** Each type once: of two named enums of one name the second is reported for that (BB330). */
function enumTypes(view: SchemaView): readonly Claim[] {
  const named = namedEnums(view).flatMap((it) =>
    it.name === undefined
      ? []
      : [
          {
            name: qualifiedName(text(it.raw.namespace), it.name),
            label: `the enum ${quote(it.name)}`,
            at: valueAt(it, 'name'),
          },
        ],
  );
  const inline = [...view.tableByName.values()]
    .flatMap((it) => [...it.columnByName.values()].map((column) => column.items ?? column))
    .filter((it) => it.type === 'Enum' && it.raw.enum === undefined)
    .map((it) => ({
      name: enumTypeName(it.table ?? '', it.name ?? ''),
      label: `the enum of ${columnLabel(it)}`,
      at: valueAt(it, 'name'),
    }));
  return [...new Map([...named].reverse().map((it) => [it.name, it])).values(), ...inline];
}

function claim({ name, label, at }: Claim, owners: Map<string, Owner>): readonly RuleFinding[] {
  const owner = owners.get(name) ?? (BUILT_IN.has(name) ? PROVIDED : undefined);
  if (owner === undefined) {
    owners.set(name, { what: label, at: at.at });
    return [];
  }
  const message = `${label} is the type ${quote(name)} in the database, as is ${owner.what}; rename one`;
  const related = owner.at === undefined ? [] : [{ at: owner.at, message: `${owner.what} is here` }];
  return [{ ...at, message, related }];
}

const PROVIDED: Owner = { what: 'a type of PostgreSQL', at: undefined };

/** Types of PostgreSQL, which it finds before those of a schema: `pg_type` of version 15, and the names of its grammar. */
const BUILT_IN: ReadonlySet<string> = new Set(
  (
    'aclitem any anyarray anyelement anyenum anyrange bigint bit bool boolean box bpchar bytea char character cid cidr ' +
    'circle cstring date daterange decimal double float float4 float8 inet int int2 int4 int4range int8 int8range ' +
    'integer internal interval json jsonb jsonpath line lseg macaddr macaddr8 money name numeric numrange oid path ' +
    'point polygon real record refcursor regclass regtype smallint text tid time timestamp timestamptz timetz trigger ' +
    'tsquery tsrange tstzrange tsvector unknown uuid varbit varchar void xid xml'
  ).split(' '),
);
