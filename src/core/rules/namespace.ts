import { associationName } from '../schema/derived-names.ts';
import { namedEnums } from '../schema/named-enums.ts';
import { flatName, namespaceOf } from '../schema/namespaces.ts';
import { pairRelationships } from '../schema/pairing.ts';
import { sequenceUses } from '../schema/sequences.ts';
import { type SchemaView, text } from '../schema/view.ts';
import { columnLabel, quote, repeated, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB216: namespaces that cannot be, and tables that cannot be told apart without them. */
export const namespace: Rule = {
  code: 'BB216',
  name: 'namespace',
  severity: 'error',
  summary:
    'A namespace belongs to the database (`public` on PostgreSQL is where tables without a namespace are), or two ' +
    'tables have one name where there are no namespaces: on SQLite and MySQL `billing.invoices` is `billing_invoices`.',
  check: (view) => [...namespaces(view).flatMap((it) => reserved(view, it)), ...collisions(view)],
};

const RESERVED: Readonly<Record<string, RegExp>> = {
  postgresql: /^(public|information_schema|pg_.*)$/,
  mssql: /^(dbo|sys|guest|information_schema|db_.*)$/i,
};

type Written = {
  readonly namespace: string | undefined;
  readonly label: string;
  readonly place: ReturnType<typeof valueAt>;
};

/** The namespaces of tables, enums and sequences. */
const namespaces = (view: SchemaView): readonly Written[] => [
  ...view.tables.map((it) => ({
    namespace: text(it.raw.namespace),
    label: tableLabel(it),
    place: valueAt(it, 'namespace'),
  })),
  ...namedEnums(view).map((it) => ({
    namespace: text(it.raw.namespace),
    label: `the enum ${quote(it.name ?? '?')}`,
    place: valueAt(it, 'namespace'),
  })),
  ...sequenceUses(view).map(({ column, name }) => ({
    namespace: namespaceOf(name),
    label: `the sequence of ${columnLabel(column)}`,
    place: valueAt(column, 'sequence'),
  })),
];

function reserved(view: SchemaView, { namespace: name, label, place }: Written): readonly RuleFinding[] {
  if (name === undefined || RESERVED[view.dbType ?? '']?.test(name) !== true) return [];
  const instead = /^(public|dbo)$/i.test(name) ? 'leave it out to have it there' : 'choose another';
  return [
    { ...place, message: `the namespace ${quote(name)} of ${label} belongs to the database; ${instead}` },
  ];
}

function collisions(view: SchemaView): readonly RuleFinding[] {
  if (view.tables.every((it) => it.raw.namespace === undefined)) return [];
  const declared = [...view.tableByName].map(([name, it]) => ({ name, at: valueAt(it, 'table_name') }));
  const made = new Map(
    pairRelationships(view)
      .filter((it) => it.view.type === 'many_to_many' && it.secondary === undefined)
      .map((it) => {
        const name = associationName(it.source.name ?? '', it.target.name ?? '');
        return [name, { name, at: valueAt(it.view, 'type') }];
      }),
  );
  return repeated([...declared, ...made.values()], (it) => flatName(it.name).toLowerCase())
    .filter(({ item, first }) => item.name.toLowerCase() !== first.name.toLowerCase())
    .map(({ item, first }) => ({
      ...item.at,
      message: `${quote(item.name)} and ${quote(first.name)} would both be ${quote(flatName(item.name))} where there are no namespaces, as on SQLite; rename one`,
      related: [{ at: first.at.at, message: `${quote(first.name)} is here` }],
    }));
}
