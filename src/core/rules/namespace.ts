import { associationName } from '../schema/derived-names.ts';
import { flatName } from '../schema/namespaces.ts';
import { pairRelationships } from '../schema/pairing.ts';
import { type SchemaView, type TableView, text } from '../schema/view.ts';
import { quote, repeated, tableLabel, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB216: namespaces that cannot be, and tables that cannot be told apart without them. */
export const namespace: Rule = {
  code: 'BB216',
  name: 'namespace',
  severity: 'error',
  summary:
    'A namespace belongs to the database (`public` on PostgreSQL is where tables without a namespace are), or two ' +
    'tables have one name where there are no namespaces: on SQLite and MySQL `billing.invoices` is `billing_invoices`.',
  check: (view) => [...view.tables.flatMap((it) => reserved(view, it)), ...collisions(view)],
};

const RESERVED: Readonly<Record<string, RegExp>> = {
  postgresql: /^(public|information_schema|pg_.*)$/,
  mssql: /^(dbo|sys|guest|information_schema|db_.*)$/i,
};

function reserved(view: SchemaView, table: TableView): readonly RuleFinding[] {
  const written = text(table.raw.namespace);
  if (written === undefined || RESERVED[view.dbType ?? '']?.test(written) !== true) return [];
  const instead = /^(public|dbo)$/i.test(written) ? 'leave it out to have the table there' : 'choose another';
  const message = `the namespace ${quote(written)} of ${tableLabel(table)} belongs to the database; ${instead}`;
  return [{ ...valueAt(table, 'namespace'), message }];
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
