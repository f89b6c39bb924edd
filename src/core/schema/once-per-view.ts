import type { SchemaView } from './view.ts';

/** Makes a function of a view work once for each view: rules share what they look at, and views never change. */
export function oncePerView<T>(make: (view: SchemaView) => T): (view: SchemaView) => T {
  const made = new WeakMap<SchemaView, { readonly value: T }>();
  return (view) => {
    const known = made.get(view);
    if (known !== undefined) return known.value;
    const value = make(view);
    made.set(view, { value });
    return value;
  };
}
