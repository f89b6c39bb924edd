import type { Column, Link, Model, Table } from '../model/model.ts';
import { distinct } from '../schema/identifiers.ts';
import { pascalCase } from '../schema/names.ts';
import { keyField, publicField } from './python/fields.ts';
import { type FunctionNames, functionNames, keyParameters, linkNames } from './python/function-names.ts';
import { bodyType, pathType, qualified } from './python/key-types.ts';
import { wordsOf } from './python/types.ts';
import type { TemplateView } from './strict-mustache.ts';

/** What the templates of a table's routes mention of its many-to-many ends. */
export function linksView(table: Table, model: Model, names: FunctionNames): TemplateView {
  const linked = linkedTables(table, model);
  const operations = linkNames(table, model);
  const shown = linked.filter((it) => it.link.shown === 'rows' && it.target !== table);
  return {
    links: linked.map((it, i) => ({
      ...linkView(it, table),
      ...keyView(it, table, { names, model }),
      linkName: `${it.link.attribute}_of_${names.singular}`,
      linkOperation: operations[i] ?? '',
    })),
    linkImports: [...new Set(shown.map(({ target }) => target.module))].map(
      (it) => `from app.domains.${it} import schemas as ${it}_schemas`,
    ),
  };
}

/** A many-to-many end with the table at its other end. */
export type Linked = { readonly link: Link; readonly target: Table };

/** The many-to-many ends of a table that have routes. */
export const linkedTables = (table: Table, { tables }: Model): readonly Linked[] =>
  table.links.flatMap((link) =>
    tables.filter((it) => it.name === link.targetTable).map((target) => ({ link, target })),
  );

/** Columns of the keys by which rows are linked. */
export const linkedKeys = (table: Table, model: Model): readonly Column[] =>
  linkedTables(table, model).flatMap((it) => it.target.primaryKey.columns);

/** Whether a link shows the rows of a table, so that there is a page of them. */
export const isShownByLink = (table: Table, { tables }: Model): boolean =>
  tables.some((it) => it.links.some((link) => link.shown === 'rows' && link.targetTable === table.name));

function linkView({ link, target }: Linked, table: Table): TemplateView {
  const stem = table.className + pascalCase(link.attribute);
  const { columns } = target.primaryKey;
  const [only] = columns;
  const isSingle = columns.length === 1 && only !== undefined;
  const isOwn = link.shown === 'keys' || target === table;
  const page = `${link.shown === 'rows' ? target.className : stem}Page`;
  return {
    linkAttribute: link.attribute,
    segment: link.segment,
    linkStem: stem,
    linkClass: target.className,
    linkPage: `${isOwn ? '' : `${target.module}_`}schemas.${page}`,
    linkOrder: columns.map((it) => `models.${target.className}.${it.attribute}`).join(', '),
    isWritable: link.writable,
    isSingle,
    bodyType: isSingle ? bodyType(only) : `${stem}Key`,
    keyFields: columns.map(keyField),
    keyOfBody: isSingle ? '(key,)' : `(${columns.map((it) => `key.${it.attribute}`).join(', ')})`,
    showsKeys: link.shown === 'keys',
    rowFields: columns.map(publicField),
  };
}

type Context = { readonly names: FunctionNames; readonly model: Model };

/** The key of a linked row beside the key of the row that it is linked to. */
function keyView({ target }: Linked, table: Table, { names, model }: Context): TemplateView {
  const { columns } = target.primaryKey;
  const own = keyParameters(table, names.singular);
  const theirs = keyParameters(target, functionNames(target, model).singular);
  const clashes = theirs.some((it) => own.includes(it));
  const parameters = distinct(clashes ? theirs.map((it) => `other_${it}`) : theirs, own);
  const typed = (typeOf: (it: Column) => string): string =>
    columns.map((it, i) => `${parameters[i] ?? ''}: ${typeOf(it)}`).join(', ');
  return {
    linkPath: parameters.map((it) => `/{${it}}`).join(''),
    linkParameters: typed(pathType),
    linkSignature: typed((it) => qualified(it, wordsOf(it.type).annotation)),
    linkArguments: parameters.join(', '),
    linkKey: parameters.length === 1 ? `(${parameters.join('')},)` : `(${parameters.join(', ')})`,
  };
}
