import { z } from 'zod';

/**
 * What the generator cannot do yet (BB006): the whole property, some of its values, or some JSON types.
 */
export type NotYet = true | { readonly values: readonly unknown[] } | { readonly types: readonly string[] };

type Extra = {
  readonly default?: unknown;
  readonly notYet?: NotYet;
  readonly values?: Readonly<Record<string, string>>;
};

/** Adds the description that hover, completion and the reference page show. */
export function say<T extends z.ZodType>(shape: T, description: string, extra: Extra = {}): z.ZodOptional<T> {
  const { default: standard, notYet, values } = extra;
  return shape
    .meta({
      description,
      ...(standard === undefined ? {} : { default: standard }),
      ...(notYet === undefined ? {} : { 'x-not-yet': notYet }),
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
export const ON_CHANGE = z.enum(['CASCADE', 'RESTRICT', 'SET NULL', 'SET DEFAULT', 'NO ACTION']);
/** When a reference is checked. */
export const DEFERRABLE = z.enum(['immediate', 'deferred']);
