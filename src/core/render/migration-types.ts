import type { Model } from '../model/model.ts';
import { dialectOf } from '../schema/dialects.ts';
import { pythonString } from './literals.ts';
import { enumsOf } from './model-view.ts';
import { strings } from './python/constraints.ts';
import { namesOf } from './python/imports.ts';
import { schemaOption } from './python/types.ts';
import type { TemplateView } from './strict-mustache.ts';

/** The types of enums, unless text with a check stands in for them. */
export function enumTypes(model: Model): readonly TemplateView[] {
  if (dialectOf(model.project).enums.kept === 'check') return [];
  return [...model.enums.map((it) => it.type), ...model.tables.flatMap(enumsOf)].map((it) => ({
    variable: it.variable,
    labels: strings(it.members.map((member) => member.value)),
    enumLiteral: pythonString(it.name),
    schemaOption: it.namespace === undefined ? false : `, ${schemaOption(it.namespace) ?? ''}`,
  }));
}

/** The helpers for text of SQL Server that some table uses. */
export function textUses(tables: readonly TemplateView[]): TemplateView {
  const used = namesOf(tables.flatMap((it) => it.items as readonly string[]).join('\n'));
  return { usesNvarchar: used.has('nvarchar'), usesNchar: used.has('nchar') };
}
