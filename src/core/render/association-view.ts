import type { Association } from '../model/model.ts';
import { pythonString } from './literals.ts';
import { foreignKeyCall } from './python/constraints.ts';
import type { TemplateView } from './strict-mustache.ts';

/** What the template of an association table mentions. */
export function associationView(association: Association): TemplateView {
  return {
    variable: association.module,
    tableLiteral: pythonString(association.name),
    columns: association.columns.map((it) => ({
      columnLiteral: pythonString(it.name),
      foreignKey: foreignKeyCall(it.foreignKey),
    })),
  };
}
