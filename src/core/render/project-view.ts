import type { Model } from '../model/model.ts';
import { tagOf } from './domain-view.ts';
import { pythonString } from './literals.ts';
import { migrationView } from './migration-view.ts';
import { enumsOf, enumView } from './model-view.ts';
import { docstringText } from './python/docstring.ts';
import { staticView } from './static-view.ts';
import type { TemplateView } from './strict-mustache.ts';

/** Names that `app/api.py` uses itself. */
const BUILTINS: ReadonlySet<string> = new Set(['list', 'dict', 'str']);

/** Everything that a template of the whole project may mention. */
export function projectView(model: Model): TemplateView {
  const named = model.enums.map((it) => it.type.className);
  const resources = model.tables.filter((it) => it.api !== undefined).map((it) => it.module);
  return {
    ...staticView(model),
    ...migrationView(model),
    resources: resources.map((it) => ({ resource: it, router: BUILTINS.has(it) ? `${it}_router` : it })),
    ...tagsView(model),
    enumClasses: model.enums.map((it) => ({
      ...enumView(it.type),
      enumDocstring: it.description === undefined ? false : docstringText(it.description),
    })),
    modelModules: [
      ...(named.length > 0 ? [{ module: 'enums', names: named.join(', ') }] : []),
      ...model.tables.map((it) => ({ module: it.module, names: exportsOf(it).join(', ') })),
    ],
    exports: ['Base', ...named, ...model.tables.flatMap(exportsOf)].sort(byIsort).map(pythonString),
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
  table.variable ?? table.className,
  ...enumsOf(table).map((it) => it.className),
];

/** The order of `__all__` that ruff's RUF022 demands: constants, classes, others; numbers by their value. */
function byIsort(a: string, b: string): number {
  const rank = (it: string): number => {
    if (it.length > 1 && it === it.toUpperCase() && it !== it.toLowerCase()) return 0;
    return it.charAt(0) === it.charAt(0).toLowerCase() ? 2 : 1;
  };
  return rank(a) - rank(b) || natural(a, b);
}

/** Character by character, but runs of digits by their value; where one starts with a zero, digit by digit. */
function natural(a: string, b: string): number {
  const [x, y] = [parts(a), parts(b)];
  const at = x.findIndex((it, i) => it !== y[i]);
  const [own, other] = [x[at] ?? '', y[at] ?? ''];
  const byValue = /^[1-9]/.test(own) && /^[1-9]/.test(other);
  if (byValue && own.length !== other.length) return own.length - other.length;
  return own === other ? x.length - y.length : own < other ? -1 : 1;
}

const parts = (name: string): readonly string[] => name.match(/\d+|\D/gu) ?? [];
