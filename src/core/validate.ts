import { type ParsedDocument, parseDocument } from './document/document.ts';
import { isArray, isObject } from './document/json.ts';
import { DEFAULT_LIMITS, howToRaise, type LimitName, type Limits } from './document/limits.ts';
import { buildModel } from './model/build-model.ts';
import type { Model } from './model/model.ts';
import { RULES } from './rules/index.ts';
import type { Rule } from './rules/rule.ts';
import { checkStructure } from './schema/structure.ts';
import { type SchemaView, texts, viewSchema } from './schema/view.ts';
import { type Diagnostic, type Finding, hasErrors, type Severity } from './shared/diagnostic.ts';
import type { Pointer } from './shared/pointer.ts';

/** What is known of a schema text. */
export type Validation = {
  readonly diagnostics: readonly Diagnostic[];
  /** Errors that the file switches off: not shown while editing, yet they stop generation. */
  readonly hiddenErrors: readonly Diagnostic[];
  /** Undefined when there is an error, hidden or not; built when it is first asked for. */
  readonly model: Model | undefined;
};

/** Checks a schema text in one pass and resolves it; never throws, whatever the text is. Sorted by place. */
export function validateText(text: string, limits: Limits = DEFAULT_LIMITS): Validation {
  const document = parseDocument(text, limits);
  const { value } = document;
  if (value === undefined) return invalid(document.diagnostics);
  const tooMany = checkLimits(document, limits);
  if (tooMany !== undefined) return invalid([tooMany]);
  const view = viewSchema(value);
  const found = [
    ...checkStructure(value),
    ...(isObject(value) ? RULES.flatMap((it) => run(it, view)) : []),
  ].filter((it) => !isConsequence(it, document));
  const hidden = hiddenCodes(view);
  const [shown, switchedOff] = partition(found, (it) => !isHidden(it, hidden));
  const located = [...document.diagnostics, ...shown.map((it) => locate(it, document))].sort(byPlace);
  const hiddenErrors = switchedOff.filter((it) => it.severity === 'error').map((it) => locate(it, document));
  if (hasErrors(located) || hiddenErrors.length > 0)
    return { diagnostics: located, hiddenErrors, model: undefined };
  return withLazyModel({ diagnostics: located, hiddenErrors }, view);
}

/** Diagnostics on each keystroke need no model. */
function withLazyModel(checked: Omit<Validation, 'model'>, view: SchemaView): Validation {
  let model: Model | undefined;
  return {
    ...checked,
    get model() {
      model ??= buildModel(view);
      return model;
    },
  };
}

const invalid = (diagnostics: readonly Diagnostic[]): Validation => ({
  diagnostics,
  hiddenErrors: [],
  model: undefined,
});

function partition<T>(
  items: readonly T[],
  test: (item: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [items.filter(test), items.filter((it) => !test(it))];
}

type Coded = Finding & { readonly code: string; readonly severity: Severity };

/** What one table says of another: keys (41x, 42x) and relationships (5xx). */
const ACROSS_TABLES = /^BB(?:4[12]|5)/;

/**
 * Whether a finding may only come from a mistake in the writing, such as a missing brace: it lies where that is, or is
 * about another table while some table is broken. Everything else is shown, so that one mistake hides no other.
 */
const isConsequence = ({ code, at, part }: Coded, document: ParsedDocument): boolean =>
  document.isDamaged(at, part) || (document.hasDamagedTables && ACROSS_TABLES.test(code));

/** A broken rule becomes a diagnostic that says so, rather than taking the editor down. */
function run(rule: Rule, view: SchemaView): readonly Coded[] {
  try {
    return rule.check(view).map((it) => ({ ...it, code: rule.code, severity: it.severity ?? rule.severity }));
  } catch (error) {
    const message = `the rule "${rule.name}" failed, which is a fault of BackBone: ${String(error)}`;
    return [{ code: rule.code, severity: 'error', at: [], part: 'value', message }];
  }
}

function locate(it: Coded, document: ParsedDocument): Diagnostic {
  return {
    code: it.code,
    severity: it.severity,
    message: it.message,
    range: document.rangeOf(it.at, it.part),
    related: (it.related ?? []).map((other) => ({
      range: document.rangeOf(other.at, 'value'),
      message: other.message,
    })),
    ...(it.tags === undefined ? {} : { tags: it.tags }),
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [x, y] = [a.range.start, b.range.start];
  return x.line - y.line || x.character - y.character || (a.code < b.code ? -1 : Number(a.code > b.code));
}

type Hidden = {
  readonly file: ReadonlySet<string>;
  readonly byTable: ReadonlyMap<number, ReadonlySet<string>>;
};

function hiddenCodes(view: SchemaView): Hidden {
  const codes = (raw: SchemaView['raw']): ReadonlySet<string> =>
    new Set(texts(raw['x-backbone-disable']).map((it) => it.text));
  return {
    file: codes(view.raw),
    byTable: new Map(view.tables.map((it) => [it.index, codes(it.raw)])),
  };
}

function isHidden({ code, at }: Coded, hidden: Hidden): boolean {
  const table = at[0] === 'schema' && typeof at[1] === 'number' ? hidden.byTable.get(at[1]) : undefined;
  return hidden.file.has(code) || table?.has(code) === true;
}

/** One clear diagnostic (BB005) instead of thousands, for a schema over a limit. */
function checkLimits(document: ParsedDocument, limits: Limits): Diagnostic | undefined {
  const { value } = document;
  const tables = isObject(value) && isArray(value.schema) ? value.schema : [];
  const over = firstOver(tables, limits);
  if (over === undefined) return undefined;
  const message = `${over.count} ${over.what} are too many; the limit is ${limits[over.what]}, ${howToRaise(over.what)}`;
  return { code: 'BB005', severity: 'error', message, range: document.rangeOf(over.at, 'key'), related: [] };
}

type Over = { readonly count: number; readonly what: LimitName; readonly at: Pointer };

function firstOver(tables: readonly unknown[], limits: Limits): Over | undefined {
  if (tables.length > limits.tables) {
    return { count: tables.length, what: 'tables', at: ['schema'] };
  }
  for (const [index, table] of tables.entries()) {
    for (const what of ['columns', 'relationships'] as const) {
      const list = (table as Record<string, unknown> | null)?.[what];
      const count = Array.isArray(list) ? list.length : 0;
      if (count > limits[what]) return { count, what, at: ['schema', index, what] };
    }
  }
  return undefined;
}
