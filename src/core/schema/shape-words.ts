import { z } from 'zod';
import { REFERENTIAL_ACTIONS } from './dialect.ts';

type Extra = {
  readonly default?: unknown;
  readonly values?: Readonly<Record<string, string>>;
};

/** Adds the description that hover, completion and the reference page show. */
export function say<T extends z.ZodType>(shape: T, description: string, extra: Extra = {}): z.ZodOptional<T> {
  const { default: standard, values } = extra;
  return shape
    .meta({
      description,
      ...(standard === undefined ? {} : { default: standard }),
      ...(values === undefined ? {} : { 'x-values': values }),
    })
    .optional();
}

/** Like `say`, for a property that must be there. */
export const need = <T extends z.ZodType>(shape: T, description: string, extra: Extra = {}): T =>
  say(shape, description, extra).unwrap() as T;

/** A text that is not empty. */
export const name = z.string().min(1);
/** A list of such texts. */
export const names = z.array(name);
/** A whole number from zero on. */
export const count = z.int().min(0);
/** True or false. */
export const flag = z.boolean();
/** What happens to a row when the one it references goes or changes. */
export const ON_CHANGE = z.enum(REFERENTIAL_ACTIONS);
/** When a reference is checked. */
export const DEFERRABLE = z.enum(['immediate', 'deferred']);
