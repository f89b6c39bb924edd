/** A database server of the test run's own, gone after `stop()`. */
export type DatabaseServer = {
  readonly port: number;
  /** Makes an empty database and returns its URL; the name must end in `_test`. */
  readonly createDatabase: (name: string) => Promise<string>;
  /** The same, in place of one that has the name. */
  readonly freshDatabase: (name: string) => Promise<string>;
  readonly dropDatabase: (name: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The name of a test database; throws for any other. */
export function testName(name: string): string {
  if (/^[a-z][a-z0-9_]*_test$/.test(name)) return name;
  throw new Error(`"${name}" is no test database: the name must be lower case and end in _test`);
}
