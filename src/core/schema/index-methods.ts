import type { ColumnTypeName } from './column-types.ts';
import type { ElementView } from './index-elements.ts';

/** What indexes of one method of PostgreSQL can be. */
type MethodFacts = {
  /** Whether its entries have an order, and NULLs a place in it. */
  readonly ordered: boolean;
  readonly unique: boolean;
  readonly include: boolean;
  readonly severalColumns: boolean;
  readonly excludes: boolean;
  /** Types without an operator class that is taken by itself. */
  readonly without: ReadonlySet<string>;
  /** The extension that has operator classes of all other types, and the types that need none. */
  readonly extension?: { readonly name: string; readonly unless: ReadonlySet<string> };
};

const types = (...names: readonly ColumnTypeName[]): ReadonlySet<string> => new Set(names);

/**
 * The index methods of PostgreSQL 15, as its messages say them (amcanorder, amcanunique, amcaninclude and
 * amcanmulticol in `pg_am`; `opcdefault` in `pg_opclass`).
 */
export const INDEX_METHODS: Readonly<Record<string, MethodFacts>> = {
  btree: {
    ordered: true,
    unique: true,
    include: true,
    severalColumns: true,
    excludes: true,
    without: types('JSON', 'XML'),
  },
  hash: {
    ordered: false,
    unique: false,
    include: false,
    severalColumns: false,
    excludes: true,
    without: types('JSON', 'XML', 'TSVector', 'LTree', 'Bit'),
  },
  gin: {
    ordered: false,
    unique: false,
    include: false,
    severalColumns: true,
    excludes: false,
    without: types('JSON', 'XML', 'LTree', 'Range'),
    extension: { name: 'btree_gin', unless: types('JSONB', 'Array', 'TSVector', 'HStore') },
  },
  gist: {
    ordered: false,
    unique: false,
    include: true,
    severalColumns: true,
    excludes: true,
    without: types('JSON', 'JSONB', 'XML', 'Array'),
    extension: { name: 'btree_gist', unless: types('TSVector', 'Range', 'LTree', 'HStore', 'Custom') },
  },
  spgist: {
    ordered: false,
    unique: false,
    include: true,
    severalColumns: false,
    excludes: true,
    without: types(
      ...([
        'Integer',
        'BigInteger',
        'SmallInteger',
        'Numeric',
        'Float',
        'Double',
        'Real',
        'Boolean',
      ] as const),
      ...(['Date', 'DateTime', 'Time', 'Interval', 'Enum', 'UUID', 'Char', 'JSON', 'JSONB', 'Bit'] as const),
      ...(['LargeBinary', 'MACADDR', 'TSVector', 'XML', 'HStore', 'LTree', 'Array'] as const),
    ),
  },
  brin: {
    ordered: false,
    unique: false,
    include: false,
    severalColumns: true,
    excludes: false,
    without: types(
      ...(['Boolean', 'Enum', 'JSON', 'JSONB', 'TSVector', 'XML', 'HStore', 'LTree', 'Array'] as const),
    ),
  },
};

/** An operator class that must be named to be used. */
type OperatorClass = {
  readonly methods: readonly string[];
  readonly types: ReadonlySet<string>;
  /** The extension that has it. */
  readonly extension?: string;
};

const VARIABLE = types('String', 'Text', 'CIText');

/** Those of PostgreSQL 15 and its own extensions for the types of the format (`opcdefault` in `pg_opclass`). */
export const OPERATOR_CLASSES: Readonly<Record<string, OperatorClass>> = {
  text_pattern_ops: { methods: ['btree', 'hash'], types: VARIABLE },
  varchar_pattern_ops: { methods: ['btree', 'hash'], types: VARIABLE },
  bpchar_pattern_ops: { methods: ['btree', 'hash'], types: types('Char') },
  citext_pattern_ops: { methods: ['btree'], types: types('CIText') },
  varchar_ops: { methods: ['btree', 'hash'], types: VARIABLE },
  jsonb_path_ops: { methods: ['gin'], types: types('JSONB') },
  gin_trgm_ops: { methods: ['gin'], types: VARIABLE, extension: 'pg_trgm' },
  gist_trgm_ops: { methods: ['gist'], types: VARIABLE, extension: 'pg_trgm' },
  cidr_ops: { methods: ['btree', 'hash'], types: types('INET', 'CIDR') },
};

/** The extension that an element of an index takes its operators from; undefined for those of PostgreSQL itself. */
export function extensionOf(it: ElementView, method: string, type: string | undefined): string | undefined {
  const name = operatorClassName(typeof it.raw.opclass === 'string' ? it.raw.opclass : '');
  if (name !== undefined)
    return Object.hasOwn(OPERATOR_CLASSES, name) ? OPERATOR_CLASSES[name]?.extension : undefined;
  const own = INDEX_METHODS[method]?.extension;
  // The type of an expression is not known, but what is compared for equality is mostly a plain value.
  const isPlain = type === undefined ? EQUALITY.has(it.raw.with) : own?.unless.has(type) === false;
  return isPlain ? own?.name : undefined;
}

const EQUALITY: ReadonlySet<unknown> = new Set(['=', '<>']);

/** The name of an operator class without its schema and parameters; undefined when it is not written as one. */
export const operatorClassName = (written: string): string | undefined =>
  /^(?:[a-z_]\w*\.)?([a-z_]\w*)(?:\(\w+ ?= ?\w+(?:, ?\w+ ?= ?\w+)*\))?$/i.exec(written)?.[1]?.toLowerCase();

const RANGES = types('Range', 'Custom');

/** The operators of PostgreSQL 15 that exclude rows, with the methods and types of columns that have them. */
export const EXCLUSION_OPERATORS: Readonly<
  Record<string, { readonly methods: readonly string[]; readonly fits: (type: string) => boolean }>
> = {
  '=': {
    methods: ['btree', 'hash', 'gist', 'spgist'],
    fits: (type) => !types('TSVector', 'HStore').has(type),
  },
  '<>': { methods: ['gist'], fits: (type) => !types('TSVector', 'HStore', 'LTree', 'Range').has(type) },
  '&&': { methods: ['gist', 'spgist'], fits: (type) => RANGES.has(type) },
  '-|-': { methods: ['gist', 'spgist'], fits: (type) => RANGES.has(type) },
};
