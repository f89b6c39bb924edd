import { distinct } from '../schema/identifiers.ts';
import {
  attributeTrouble,
  classTrouble,
  type NameTrouble,
  pythonAttribute,
  pythonClass,
} from '../schema/python-names.ts';
import { type SchemaView, type TableView, text } from '../schema/view.ts';
import type { Finding } from '../shared/diagnostic.ts';
import { oncePer } from '../shared/once-per.ts';
import { optionColumnNames, quote, valueAt } from './place.ts';
import type { RuleFinding } from './rule.ts';

type Renamed = {
  readonly place: Pick<Finding, 'at' | 'part'>;
  readonly written: string;
  readonly python: string;
  readonly what: string;
  readonly trouble: NameTrouble;
};

const REASON: Readonly<Record<NameTrouble, string>> = {
  spelling: 'is no Python identifier of its own',
  keyword: 'is a keyword of Python',
  reserved: 'is reserved by SQLAlchemy or pydantic',
  used: 'is used by the generated code',
};

/** One finding for each name that has another spelling in Python for the given reason. */
export const renamedBecause = (view: SchemaView, trouble: NameTrouble): readonly RuleFinding[] =>
  renamed(view)
    .filter((it) => it.trouble === trouble)
    .map(({ place, what, written, python }) => ({
      ...place,
      message: `${quote(written)} ${REASON[trouble]}; the ${what} is ${quote(python)} in Python`,
    }));

const renamed = oncePer((view: SchemaView) =>
  view.tables.flatMap((it) => [...classOf(it), ...columnsOf(it), ...relationshipsOf(it)]),
);

function classOf(table: TableView): readonly Renamed[] {
  const { className } = table;
  if (className === undefined) return [];
  const trouble = classTrouble(className);
  const property = text(table.raw.class_name) === undefined ? 'table_name' : 'class_name';
  return trouble === undefined
    ? []
    : [
        {
          place: valueAt(table, property),
          written: className,
          python: pythonClass(className),
          what: 'class',
          trouble,
        },
      ];
}

function columnsOf(table: TableView): readonly Renamed[] {
  const named = [...table.columnByName.values()];
  const names = [...named.map((it) => it.name ?? ''), ...optionColumnNames(table)];
  const attributes = distinct(names.map(pythonAttribute));
  return named.flatMap((it, i) => {
    const [written = '', python = ''] = [names[i], attributes[i]];
    if (written === python) return [];
    const trouble = attributeTrouble(written) ?? 'spelling';
    return [{ place: valueAt(it, 'name'), written, python, what: 'attribute', trouble }];
  });
}

function relationshipsOf(table: TableView): readonly Renamed[] {
  return table.relationships.flatMap((it) => {
    const trouble = it.name === undefined ? undefined : attributeTrouble(it.name);
    if (it.name === undefined || trouble === undefined) return [];
    const python = pythonAttribute(it.name);
    return [{ place: valueAt(it, 'name'), written: it.name, python, what: 'attribute', trouble }];
  });
}
