import type { Test } from 'mocha';
import { defineExtremeTests } from './extremes.ts';
import { defineGenerateTests } from './generate.ts';
import { defineLanguageTests } from './language.ts';
import { defineManifestTests } from './manifest.ts';

/** What the extension host calls: runs the suite and rejects when a test fails. */
export async function run(): Promise<void> {
  // As a dynamic import, because the oldest extension host cannot require this package.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 60_000 });
  mocha.suite.emit('pre-require', globalThis, 'in-host', mocha);
  defineManifestTests();
  defineLanguageTests();
  defineGenerateTests();
  defineExtremeTests();
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test: Test) => console.log(`in-host: passed: ${test.fullTitle()}`));
    runner.on('fail', (test: Test, error: Error) =>
      console.log(`in-host: FAILED: ${test.fullTitle()}\n${error.stack}`),
    );
  });
  if (failures > 0) throw new Error(`${failures} tests failed inside the extension host`);
}
