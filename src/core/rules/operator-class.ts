import { elementsOf, methodOf, partsWithElements } from '../schema/index-elements.ts';
import { INDEX_METHODS, OPERATOR_CLASSES, operatorClassName } from '../schema/index-methods.ts';
import { resolvedColumn } from '../schema/pairing.ts';
import { columnOf, type Part, type SchemaView, type TableView, text } from '../schema/view.ts';
import { quote, valueAt } from './place.ts';
import type { Rule, RuleFinding } from './rule.ts';

/** BB443: a column that an index method of PostgreSQL cannot hold, and operator classes that do not fit. */
export const operatorClass: Rule = {
  code: 'BB443',
  name: 'operator-class',
  severity: 'error',
  summary:
    'An index of PostgreSQL has a column of a type that its method cannot hold, or an operator class for other types or methods; one that BackBone does not know is a warning.',
  check: (view) =>
    view.dbType === 'postgresql'
      ? view.tables.flatMap((table) =>
          partsWithElements(table).flatMap((it) => inIndex({ view, table, index: it })),
        )
      : [],
};

type Place = { readonly view: SchemaView; readonly table: TableView; readonly index: Part };

const inIndex = ({ view, table, index }: Place): readonly RuleFinding[] =>
  elementsOf(index).flatMap((it) => {
    const type = resolvedColumn(view, columnOf(table, it.name))?.type;
    const method = methodOf(index);
    const written = text(it.raw.opclass);
    if (written !== undefined)
      return unfit({ written, method, type }).map((why) => ({ ...valueAt(it, 'opclass'), ...why }));
    if (type === undefined || INDEX_METHODS[method]?.without.has(type) !== true) return [];
    const message = `an index of the method ${method} has no operators for the type ${type}; use another method, or name an "opclass"`;
    return [{ at: it.nameAt, part: 'value', message }];
  });

type Used = { readonly written: string; readonly method: string; readonly type: string | undefined };

function unfit({ written, method, type }: Used): readonly Pick<RuleFinding, 'message' | 'severity'>[] {
  const name = operatorClassName(written);
  if (name === undefined) return [{ message: `${quote(written)} is not the name of an operator class` }];
  const known = Object.hasOwn(OPERATOR_CLASSES, name) ? OPERATOR_CLASSES[name] : undefined;
  if (known === undefined) {
    const message = `BackBone does not know the operator class ${quote(name)}; see that your database has it before the migration runs`;
    return [{ message, severity: 'warning' }];
  }
  if (!known.methods.includes(method))
    return [{ message: `${name} is for indexes of the method ${known.methods.join(' or ')}, not ${method}` }];
  if (type === undefined || known.types.has(type)) return [];
  return [{ message: `${name} is for columns of the type ${[...known.types].join(', ')}, not ${type}` }];
}
