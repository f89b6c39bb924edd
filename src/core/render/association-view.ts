import type { Association } from '../model/model.ts';
import { pythonString } from './literals.ts';
import { foreignKeyCall, foreignKeyConstraint } from './python/constraints.ts';
import type { TemplateView } from './strict-mustache.ts';

/** What the template of an association table mentions. */
export function associationView(association: Association): TemplateView {
  return {
    variable: association.module,
    tableLiteral: pythonString(association.name),
    columns: association.foreignKeys.flatMap((key) =>
      key.columns.map((it) => ({
        columnLiteral: pythonString(it),
        foreignKey: key.columns.length === 1 ? foreignKeyCall(key) : false,
      })),
    ),
    constraints: association.foreignKeys.filter((it) => it.columns.length > 1).map(foreignKeyConstraint),
  };
}
