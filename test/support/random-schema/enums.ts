import { type Choose, type Part, present } from './choose.ts';
import type { Draft } from './references.ts';

const NAMES = [
  'state',
  'Mood',
  'weekday kind',
  'order-state',
  '2nd',
  'class',
  'größe',
  'Status',
  'users',
] as const;

/** Gives some enum columns a named enum: one of their own values, which later columns without a default may share. */
export function shareEnums(choose: Choose, tables: readonly Draft[]): readonly Part[] {
  const columns = tables
    .flatMap((it) => [...it.keys, ...it.columns])
    .filter((it) => listOf(it).type === 'Enum');
  const names = choose.some(NAMES, columns.length, columns.length);
  const shared: Part[] = [];
  columns.slice(0, names.length).forEach((column, i) => {
    if (choose.chance(50)) return;
    const hasDefault = column.default !== undefined || column.server_default !== undefined;
    const known = hasDefault ? undefined : choose.some(shared, 0, 1)[0];
    const list = listOf(column);
    if (known === undefined) shared.push(namedEnum(choose, names[i], list));
    list.enum = known?.name ?? names[i];
    delete list.values;
  });
  return shared;
}

/** What lists the values of an enum: the column, or the items of an array. */
const listOf = (column: Part): Part => (column.items as Part | undefined) ?? column;

const namedEnum = (choose: Choose, name: string | undefined, { values }: Part): Part =>
  present({
    name,
    namespace: choose.maybe(15, choose.pick(['crm', 'Sales 2', 'types'])),
    values,
    description: choose.maybe(30, 'What "it" is.'),
  });
