/** What the process says when it ends. */
export const EXIT = {
  fine: 0,
  /** The schema has errors; nothing was written. */
  invalid: 1,
  /** The tool could not do its work. */
  failed: 2,
  /** Files of the user are in the way; nothing was written. */
  conflict: 3,
  /** Ended by Ctrl-C, as shells number it. */
  interrupted: 130,
} as const;
