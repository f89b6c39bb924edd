/** The way from the root of a JSON value to a part of it: property names and array indexes. */
export type Pointer = readonly (string | number)[];
