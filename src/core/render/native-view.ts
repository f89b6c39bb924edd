import type { Model } from '../model/model.ts';
import { dialectOf } from '../schema/dialects.ts';
import { pythonString } from './literals.ts';
import { NATIVE_NAMES } from './python/native-words.ts';
import { wordsOf } from './python/types.ts';
import type { TemplateView } from './strict-mustache.ts';

const NAMES = Object.entries(NATIVE_NAMES);
const OWN_INPUTS = NAMES.filter(([, it]) => it.input !== 'Str');
const isRange = ([form]: readonly [string, unknown]): boolean => form.endsWith('range');

/** What of `app/core/native.py` and `app/core/ranges.py` some table uses, by the names in schemas and in models. */
export function nativeUses(
  schemas: ReadonlySet<string>,
  models: ReadonlySet<string>,
  isCanonical: boolean,
): TemplateView {
  const inputs = OWN_INPUTS.filter(([, it]) => schemas.has(it.input));
  const canonical = NAMES.flatMap(([, it]) => (it.canonical === undefined ? [] : [it.canonical]));
  const made = new Set(inputs.map(([, it]) => it.canonical));
  const functions = canonical.filter((it) => models.has(it) || made.has(it));
  return {
    ...Object.fromEntries(OWN_INPUTS.map(([, it]) => [`uses${it.input}`, schemas.has(it.input)])),
    ...Object.fromEntries(canonical.map((it) => [`uses${it}`, functions.includes(it)])),
    usesNative: models.has('NativeText') || models.has('OpaqueText'),
    usesOpaque: models.has('OpaqueText'),
    usesCanonical: isCanonical,
    usesWholeRanges: functions.some((it) => it.startsWith('int')),
    hasNativeInputs: inputs.some((it) => !isRange(it)),
    hasRangeInputs: inputs.some(isRange),
  };
}

/** How the files of a project name its database. */
export function nativeNames({ project, tables }: Model): TemplateView {
  const names = (DIALECTS[project.dbType] ?? [project.dbType]).map(pythonString);
  const types = tables.flatMap((it) => it.columns.map((column) => wordsOf(column.type).migration));
  return {
    nativeLabel: dialectOf(project).label,
    nativeDialects: names.join(', '),
    isNativeDialect: names.length === 1 ? `== ${names.join()}` : `in (${names.join(', ')})`,
    usesNamedTypes: types.some((it) => /^native\(|ByName\(/.test(it)),
    usesNamedTexts: types.some((it) => it.startsWith('native(')),
  };
}

/** The names that SQLAlchemy has for a database where they are not ours. */
const DIALECTS: Readonly<Record<string, readonly string[]>> = { mysql: ['mysql', 'mariadb'] };
