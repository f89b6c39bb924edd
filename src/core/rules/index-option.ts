import type { Dialect } from '../schema/dialect.ts';
import { dialectOf } from '../schema/dialects.ts';
import { elementsOf, methodOf } from '../schema/index-elements.ts';
import { INDEX_METHODS } from '../schema/index-methods.ts';
import type { Part, SchemaView, TableView } from '../schema/view.ts';
import { onMssql } from './mssql-index.ts';
import { keyAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB442: what indexes of the database, or of the method, cannot be. */
export const indexOption: Rule = {
  code: 'BB442',
  name: 'index-option',
  severity: 'error',
  summary:
    'An index has what its database does not have (`where`, `method`, `include`, an expression, …), or its method.',
  check: (view) => view.tables.flatMap((table) => table.indexes.flatMap((it) => inIndex(view, table, it))),
};

function inIndex(view: SchemaView, table: TableView, index: Part): readonly RuleFinding[] {
  const lacks = missing(dialectOf(view), index);
  if (lacks.length > 0) return lacks;
  const isPointless = index.raw.nulls_not_distinct === true && index.raw.unique !== true;
  const message = 'this is about unique indexes; add "unique": true or remove it';
  return [
    ...(view.dbType === 'postgresql' ? ofMethod(index) : []),
    ...(view.dbType === 'mssql' ? onMssql(table, index) : []),
    ...(isPointless ? [{ ...keyAt(index, 'nulls_not_distinct'), message }] : []),
  ];
}

type Option = {
  readonly property: string;
  readonly isAsked: (part: Part) => boolean;
  readonly has: (facts: Dialect['index'], part: Part) => boolean;
  readonly what: string;
};

/** What an index may have that some databases have not. */
const OF_INDEX: readonly Option[] = [
  {
    property: 'where',
    isAsked: ({ raw }) => raw.where !== undefined,
    has: (facts) => facts.partial,
    what: 'indexes over a part of the rows',
  },
  {
    property: 'include',
    isAsked: ({ raw }) => raw.include !== undefined,
    has: (facts) => facts.include,
    what: 'columns that an index only stores',
  },
  {
    property: 'nulls_not_distinct',
    isAsked: ({ raw }) => raw.nulls_not_distinct === true,
    has: (facts) => facts.nullsNotDistinct,
    what: 'unique indexes that take two NULLs for equal',
  },
  {
    property: 'method',
    isAsked: (it) => methodOf(it) !== 'btree',
    has: (facts, it) => facts.methods.has(methodOf(it)),
    what: 'such index method',
  },
];

/** What an element of an index may have that some databases have not. */
const OF_ELEMENT: readonly Option[] = [
  {
    property: 'expression',
    isAsked: ({ raw }) => raw.expression !== undefined,
    has: (facts) => facts.expressions,
    what: 'indexes over expressions',
  },
  {
    property: 'direction',
    isAsked: ({ raw }) => raw.direction === 'desc',
    has: (facts) => facts.descending,
    what: 'descending indexes',
  },
  {
    property: 'nulls',
    isAsked: ({ raw }) => raw.nulls !== undefined,
    has: (facts) => facts.nullsOrder,
    what: 'order of NULLs in indexes',
  },
  {
    property: 'opclass',
    isAsked: ({ raw }) => raw.opclass !== undefined,
    has: (facts) => facts.operatorClasses,
    what: 'operator classes',
  },
];

const missing = ({ label, index: facts }: Dialect, index: Part): readonly RuleFinding[] =>
  [index, ...elementsOf(index)].flatMap((part) =>
    (part === index ? OF_INDEX : OF_ELEMENT)
      .filter((it) => it.isAsked(part) && !it.has(facts, part))
      .map((it) => ({ ...keyAt(part, it.property), message: `${label} has no ${it.what}` })),
  );

/** What indexes of another method than B-trees cannot have. */
function ofMethod(index: Part): readonly RuleFinding[] {
  const method = methodOf(index);
  const facts = INDEX_METHODS[method];
  if (facts === undefined) return [];
  const elements = elementsOf(index);
  const ordered = elements.flatMap((it) =>
    (['direction', 'nulls'] as const)
      .filter((property) => it.raw[property] !== undefined && !facts.ordered)
      .map((property) => ({
        ...keyAt(it, property),
        message: `an index of the method ${method} has no order`,
      })),
  );
  const refused = [
    ['unique', index.raw.unique === true && !facts.unique, 'cannot be unique'],
    ['include', index.raw.include !== undefined && !facts.include, 'stores no other columns'],
    ['columns', elements.length > 1 && !facts.severalColumns, 'has one column or expression'],
  ] as const;
  return [
    ...ordered,
    ...refused
      .filter(([, isRefused]) => isRefused)
      .map(([property, , why]) => ({
        ...keyAt(index, property),
        message: `an index of the method ${method} ${why}`,
      })),
  ];
}
