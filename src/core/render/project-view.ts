import type { Model } from '../model/model.ts';
import { tagOf } from './domain-view.ts';
import { pythonString } from './literals.ts';
import { migrationView } from './migration-view.ts';
import { enumsOf } from './model-view.ts';
import { staticView } from './static-view.ts';
import type { TemplateView } from './strict-mustache.ts';

/** Everything that a template of the whole project may mention. */
export function projectView(model: Model): TemplateView {
  const resources = model.tables.filter((it) => it.api !== undefined).map((it) => it.module);
  return {
    ...staticView(model),
    ...migrationView(model),
    resources,
    ...tagsView(model),
    modelModules: model.tables.map((it) => ({ module: it.module, names: exportsOf(it).join(', ') })),
    exports: ['Base', ...model.tables.flatMap(exportsOf)].sort(byIsort).map(pythonString),
  };
}

/** What the documentation says of the routes of a table that has a description. */
function tagsView({ tables }: Model): TemplateView {
  const tags = tables.flatMap((it) =>
    it.api === undefined || it.description === undefined
      ? []
      : [{ name: tagOf(it), description: it.description }],
  );
  return { hasTags: tags.length > 0, tags };
}

const exportsOf = (table: Model['tables'][number]): readonly string[] => [
  table.className,
  ...enumsOf(table).map((it) => it.className),
];

/** The order of `__all__` that ruff's RUF022 demands: constants, classes, others; numbers by their value. */
function byIsort(a: string, b: string): number {
  const rank = (it: string): number => {
    if (it.length > 1 && it === it.toUpperCase() && it !== it.toLowerCase()) return 0;
    return it.charAt(0) === it.charAt(0).toLowerCase() ? 2 : 1;
  };
  return rank(a) - rank(b) || natural.compare(a, b);
}

const natural = new Intl.Collator('en', { numeric: true, caseFirst: 'upper' });
