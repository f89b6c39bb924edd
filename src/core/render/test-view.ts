import { isReadable, isUpdatable, isWritable } from '../model/api.ts';
import type { Column, Model, Table } from '../model/model.ts';
import { isReference } from '../model/references.ts';
import { madeRows, timesPossible } from './capacity.ts';
import { areIndependent, isChecked, meetsWith, sampleOf } from './checks/checked-samples.ts';
import { can } from './domain-view.ts';
import { type FactoryValue, factoryImports, factoryValues } from './factory-view.ts';
import { pythonString } from './literals.ts';
import { isPassword } from './python/checks.ts';
import { defaultOf } from './python/defaults.ts';
import { refusedValues } from './python/refused-values.ts';
import type { TemplateView } from './strict-mustache.ts';
import { violations } from './test-checks.ts';
import { childrenView } from './test-children.ts';
import { bulkTests, missingReferences, uniqueSets } from './test-conflicts.ts';
import type { TestFacts } from './test-facts.ts';
import { keyTestView } from './test-keys.ts';
import { linkTests } from './test-links.ts';
import { decimalProbe, filterProbe, orderProbe, paddedColumn } from './test-probes.ts';

/** What the template of the tests of a table mentions; nothing when the table has no routes. */
export function testView(table: Table, model: Model): TemplateView {
  const { api } = table;
  if (api === undefined) return {};
  const valued = factoryValues(table, model).map((it: FactoryValue) => it.column);
  const facts = { table, api, valued, sent: valued.filter(isWritable) };
  const children = childrenView(table, model);
  const links = linkTests(table, model);
  const times = timesPossible(madeRows(table, model), model);
  return {
    ...keyTestView(table),
    hasOneRow: times >= 1,
    hasTwoRows: times >= 2,
    hasThreeRows: times >= 3,
    ...listTests(facts, model),
    ...orderProbe(facts, times),
    ...createTests(facts),
    ...bulkTests(facts, model, times),
    ...updateTests(facts),
    children: children.tests,
    linkTests: links.tests,
    childImports: factoryImports([...children.tables, ...links.tables]),
    reuse: can(api, 'get') ? reuseArguments(table) : false,
  };
}

const names = (columns: readonly Column[]): string => columns.map((it) => pythonString(it.name)).join(', ');

const orFalse = (text: string): string | false => (text === '' ? false : text);

function listTests({ table, api, valued }: TestFacts, model: Model): TemplateView {
  const { maxPageSize } = model.api;
  const [search] = api.search.filter((it) => valued.includes(it) && !isPassword(it));
  return {
    fewRows: Math.min(2, maxPageSize),
    queries: ['no-such-filter=1', 'sort=no-such-column', 'limit=0', `limit=${maxPageSize + 1}`, 'cursor=x']
      .map(pythonString)
      .join(', '),
    filterProbe: filterProbe({ table, api, valued }) ?? false,
    searchProbe:
      search === undefined ? false : { searchAttribute: search.attribute, searchName: search.name },
  };
}

function createTests({ table, sent }: TestFacts): TemplateView {
  const hidden = sent.filter((it) => !isReadable(it));
  const refused = table.columns.filter((it) => !isWritable(it));
  const required = sent.filter(
    (it) => !it.nullable && it.default === undefined && it.serverDefault === undefined,
  );
  const nullDefaults = table.columns.filter(
    (it) =>
      isWritable(it) &&
      isReadable(it) &&
      it.nullable &&
      defaultOf(it) !== undefined &&
      meetsWith(table, it, null),
  );
  const password = sent.find(isPassword);
  return {
    secrets: orFalse(names(hidden)),
    readOnly: orFalse(names(refused)),
    required: orFalse(names(required)),
    uniques: orFalse(uniqueSets(table, sent).join(', ')),
    decimalProbe: decimalProbe(table, sent) ?? false,
    paddedName: paddedColumn(sent.filter((it) => !isChecked(it, table)))?.name ?? false,
    refused: orFalse(table.columns.filter(isWritable).flatMap(refusedPairs).join(', ')),
    nullDefaults: orFalse(names(nullDefaults)),
    references: orFalse(
      missingReferences(table)
        .map((it) => `(${it.join(', ')})`)
        .join(', '),
    ),
    violations: orFalse(violations(table, sent).join(', ')),
    passwordProbe:
      password === undefined ? false : { passwordAttribute: password.attribute, passwordName: password.name },
  };
}

/** A pointer in an error writes a tilde in two characters, so columns with one in their name are left out. */
const refusedPairs = (column: Column): readonly string[] =>
  (column.name.includes('~') ? [] : refusedValues(column)).map(
    (it) => `(${pythonString(column.name)}, ${it})`,
  );

function updateTests({ table, api, valued }: TestFacts): TemplateView {
  const changed = table.columns.filter(isUpdatable);
  const own = changed.filter(
    (it) =>
      isReadable(it) &&
      valued.includes(it) &&
      !isReference(it) &&
      !isPassword(it) &&
      areIndependent(table, [it]),
  );
  const probe = own.find((it) => it.type.kind === 'text') ?? own[0];
  const nullable = changed.filter((it) => it.nullable && isReadable(it) && meetsWith(table, it, null));
  return {
    patchProbe:
      probe === undefined || !can(api, 'update')
        ? false
        : {
            patchAttribute: probe.attribute,
            patchName: probe.name,
            changes: (sampleOf(probe, table)?.count ?? 1) > 2,
            isStamped: table.timestamps && (sampleOf(probe, table)?.count ?? 1) > 2,
          },
    notNull: orFalse(names(changed.filter((it) => !it.nullable))),
    nullable: orFalse(names(nullable)),
  };
}

/** The values of a deleted row that a new one may have again. */
function reuseArguments(table: Table): string | false {
  const again = new Set(table.uniques.filter((it) => it.onlyNotDeleted).flatMap((it) => it.columns));
  const full = [
    ...table.uniques.filter((it) => !it.onlyNotDeleted),
    ...table.indexes.filter((it) => it.unique),
  ];
  const sets = [table.primaryKey.columns, ...full.map((it) => it.columns)];
  if (sets.some((set) => set.every((it) => again.has(it))) || !areIndependent(table, [...again]))
    return false;
  return orFalse([...again].map((it) => `${it.attribute}=row.${it.attribute}`).join(', '));
}
