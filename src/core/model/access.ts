import { isObject, type Json } from '../document/json.ts';
import { text } from '../schema/view.ts';

/** What may be done over HTTP. */
export type Operation = 'list' | 'get' | 'create' | 'update' | 'delete' | 'bulk_create';

/** Everybody, every account, or accounts of administrators. */
export type Who = 'public' | 'user' | 'admin';

/** Who may read and who may write; nothing enforces it until backends have authentication (BB706). */
export type Access = { readonly read: Who; readonly write: Who };

/** What holds where nothing is written while there is no authentication. */
export const OPEN: Access = { read: 'public', write: 'public' };

/** What is written, one word or two, in place of what is usual. */
export function readAccess(value: Json | undefined, usual: Access): Access {
  const { read, write } = isObject(value) ? value : { read: value, write: value };
  return { read: who(read) ?? usual.read, write: who(write) ?? usual.write };
}

const ALL: readonly Who[] = ['public', 'user', 'admin'];

const who = (value: Json | undefined): Who | undefined => ALL.find((it) => it === text(value));
