import { type Choose, type Part, present } from './choose.ts';

const SEQUENCES = ['numbers', 'order', 'Sales 2.Seq', 'crm.numbers', 'größe'] as const;

/** Lets the database number some whole numbers that have no value otherwise. */
export function numbered(choose: Choose, column: Part, database: string): Part {
  const isNumber = /^(Small|Big)?Integer$/.test(String(column.type));
  if (!isNumber || GIVEN.some((it) => column[it] !== undefined) || !choose.chance(15)) return column;
  if (choose.chance(40)) return { ...column, sequence: choose.pick(SEQUENCES) };
  const identity = database === 'postgresql' && choose.chance(50) ? 'always' : 'by_default';
  const isWritable = identity === 'by_default' || /read_only|hidden/.test(String(column.visibility));
  return present({
    ...column,
    identity,
    nullable: column.nullable === true ? undefined : column.nullable,
    visibility: isWritable ? column.visibility : undefined,
  });
}

const GIVEN = ['default', 'server_default', 'autoincrement', 'target', 'generated'];
