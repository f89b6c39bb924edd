import type { Json } from '../document/json.ts';
import type { Finding, Severity } from '../shared/diagnostic.ts';
import { didYouMean } from '../shared/nearest.ts';
import type { Pointer } from '../shared/pointer.ts';
import PROPERTIES from './generated/properties.json' with { type: 'json' };
import check, { type StructureError } from './generated/structure-check.js';

/** A mistake in the structure of a schema file, found without looking at its meaning. */
export type StructureFinding = Finding & { readonly code: string; readonly severity: Severity };

/** The codes of structural findings with what they mean, for the reference page. */
export const STRUCTURE_CODES = {
  BB003: { severity: 'error', name: 'not-an-object', summary: 'The file is JSON, but not an object.' },
  BB101: {
    severity: 'warning',
    name: 'unknown-property',
    summary: 'The property is not part of the format and has no effect; most often its name is misspelt.',
  },
  BB102: {
    severity: 'error',
    name: 'missing-property',
    summary: 'A property that the format requires is absent.',
  },
  BB103: {
    severity: 'error',
    name: 'invalid-value',
    summary: 'The value is not one of those that are allowed.',
  },
  BB104: {
    severity: 'error',
    name: 'wrong-json-type',
    summary: 'The value has another JSON type than the format asks for.',
  },
} as const satisfies Record<string, { severity: Severity; name: string; summary: string }>;

/** Checks a value against the strict JSON Schema; one finding for each mistake. */
export function checkStructure(value: Json): readonly StructureFinding[] {
  if (check(value)) return [];
  const errors = (check.errors ?? []).slice(0, MOST_ERRORS);
  const unions = readUnions(errors);
  return errors.flatMap((it) => {
    if (it.keyword === 'anyOf') return unionFinding(it, value, unions);
    return isNoise(it, unions) ? [] : describe(it, value);
  });
}

/** An editor shows no more diagnostics of one file than this. */
const MOST_ERRORS = 1000;

/** For each `anyOf` that failed: the branches whose JSON type did not fit, and the types they wanted. */
type Union = {
  readonly wrongBranches: ReadonlySet<string>;
  readonly wanted: readonly string[];
  readonly branches: number;
};

function readUnions(errors: readonly StructureError[]): ReadonlyMap<string, Union> {
  const failed = errors.filter((it) => it.keyword === 'anyOf');
  return new Map(
    failed.map((union) => {
      const own = errors.filter(
        (it) => it.instancePath === union.instancePath && branchOf(it, union) !== undefined,
      );
      const types = own.filter((it) => it.keyword === 'type');
      const union_: Union = {
        wrongBranches: new Set(types.map((it) => branchOf(it, union) ?? '')),
        wanted: types.map((it) => String(it.params.type)),
        branches: new Set(own.map((it) => branchOf(it, union))).size,
      };
      return [keyOf(union.instancePath, union.schemaPath), union_];
    }),
  );
}

const keyOf = (instancePath: string, schemaPath: string): string => `${instancePath} ${schemaPath}`;

function branchOf(error: StructureError, union: StructureError): string | undefined {
  const prefix = `${union.schemaPath}/`;
  return error.schemaPath.startsWith(prefix)
    ? error.schemaPath.slice(prefix.length).split('/')[0]
    : undefined;
}

/** Complaints of a branch that was never meant, because the value has another JSON type. */
function isNoise(error: StructureError, unions: ReadonlyMap<string, Union>): boolean {
  return [...unions].some(([key, union]) => {
    const [instancePath = '', schemaPath = ''] = key.split(' ');
    if (!error.schemaPath.startsWith(`${schemaPath}/`) || !error.instancePath.startsWith(instancePath))
      return false;
    const branch = error.schemaPath.slice(schemaPath.length + 1).split('/')[0] ?? '';
    return union.wrongBranches.has(branch);
  });
}

function unionFinding(
  error: StructureError,
  value: Json,
  unions: ReadonlyMap<string, Union>,
): readonly StructureFinding[] {
  const union = unions.get(keyOf(error.instancePath, error.schemaPath));
  if (union === undefined || union.wrongBranches.size < union.branches) return [];
  const at = pointerOf(error.instancePath, value);
  return [finding('BB104', at, `${quoteLast(at)} must be ${union.wanted.map(article).join(' or ')}`)];
}

type Describe = (error: StructureError, at: Pointer, value: Json) => readonly StructureFinding[];

const DESCRIPTIONS: Readonly<Record<string, Describe>> = {
  required: (error, at) => {
    const name = String(error.params.missingProperty);
    return [finding('BB102', at, `the property "${name}" is missing here`)];
  },
  additionalProperties: (error, at) => {
    const name = String(error.params.additionalProperty);
    const hint = didYouMean(name, propertiesAt(error));
    const message = `"${name}" is not a property of the format${hint === '' ? '; it has no effect' : hint}`;
    return [{ ...finding('BB101', [...at, name], message), part: 'key' }];
  },
  type: (error, at) =>
    at.length === 0
      ? [
          finding(
            'BB003',
            at,
            'a schema file holds one object: { "project_name": …, "db_type": …, "schema": […] }',
          ),
        ]
      : [finding('BB104', at, `${quoteLast(at)} must be ${article(String(error.params.type))}`)],
  enum: (error, at, value) => [finding('BB103', at, choiceText(error.params.allowedValues, at, value))],
  const: (error, at) => [
    finding('BB103', at, `${quoteLast(at)} must be ${JSON.stringify(error.params.allowedValue)}`),
  ],
  minLength: (_error, at) => [finding('BB103', at, `${quoteLast(at)} must not be empty`)],
  minItems: (_error, at) => [finding('BB103', at, `${quoteLast(at)} must have at least one item`)],
  minimum: (error, at) => [
    finding('BB103', at, `${quoteLast(at)} must be at least ${String(error.params.limit)}`),
  ],
  maximum: (error, at) => [
    finding('BB103', at, `${quoteLast(at)} must be at most ${String(error.params.limit)}`),
  ],
};

function describe(error: StructureError, value: Json): readonly StructureFinding[] {
  const at = pointerOf(error.instancePath, value);
  const known = DESCRIPTIONS[error.keyword];
  return known === undefined
    ? [finding('BB103', at, `${quoteLast(at)} is not valid here`)]
    : known(error, at, value);
}

function finding(code: keyof typeof STRUCTURE_CODES, at: Pointer, message: string): StructureFinding {
  return { code, severity: STRUCTURE_CODES[code].severity, at, part: 'value', message };
}

/** The properties that the format has where an unknown one was found. */
function propertiesAt(error: StructureError): readonly string[] {
  const place = error.schemaPath.replace(/\/additionalProperties$/, '');
  return (PROPERTIES as Readonly<Record<string, readonly string[]>>)[place] ?? [];
}

function pointerOf(instancePath: string, value: Json): Pointer {
  let node: unknown = value;
  return instancePath
    .split('/')
    .slice(1)
    .map((it) => {
      const name = it.replaceAll('~1', '/').replaceAll('~0', '~');
      const segment = Array.isArray(node) ? Number(name) : name;
      node = (node as Record<string | number, unknown> | undefined)?.[segment];
      return segment;
    });
}

function quoteLast(at: Pointer): string {
  const last = at.at(-1);
  return typeof last === 'number' ? `item ${last + 1} of "${String(at.at(-2))}"` : `"${String(last)}"`;
}

const ARTICLES: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false, without quotes',
  array: 'a list',
  object: 'an object',
};

const article = (type: string): string => ARTICLES[type] ?? type;

/** Of many values the one that was meant says more than the list. */
function choiceText(values: unknown, at: Pointer, root: Json): string {
  const allowed = Array.isArray(values) ? values.filter((it) => typeof it === 'string') : [];
  const found = valueAt(root, at);
  const hint = typeof found === 'string' ? didYouMean(found, allowed) : '';
  return hint === '' || allowed.length <= FEW
    ? `${quoteLast(at)} must be one of ${listOf(values)}${hint}`
    : `${quoteLast(at)} cannot be ${JSON.stringify(found)}${hint}`;
}

const FEW = 8;

const valueAt = (root: Json, at: Pointer): unknown =>
  at.reduce<unknown>((node, name) => (node as Record<string | number, unknown> | undefined)?.[name], root);

const listOf = (values: unknown): string =>
  (Array.isArray(values) ? values : []).map((it) => JSON.stringify(it)).join(', ');
