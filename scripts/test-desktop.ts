import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, runTests, SilentReporter } from '@vscode/test-electron';
import { mustRun } from '../test/support/process.ts';
import { shopWorkspace } from '../test/support/shop-workspace.ts';

/** The oldest version that the manifest supports, and the newest. */
const VERSIONS = ['1.106.0', 'stable'];

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await mustRun(process.execPath, ['esbuild.mjs', '--tests']);
for (const version of VERSIONS) process.exitCode ||= await testOn(version);

async function testOn(version: string): Promise<number> {
  const editor = await download(version);
  if (editor === undefined) return 2;
  return runTests({
    vscodeExecutablePath: editor,
    extensionDevelopmentPath: process.cwd(),
    extensionTestsPath: fileURLToPath(new URL('../dist/test/in-host.cjs', import.meta.url)),
    launchArgs: [await shopWorkspace(), '--disable-extensions', '--disable-workspace-trust'],
  });
}

async function download(version: string): Promise<string | undefined> {
  try {
    return await downloadAndUnzipVSCode({ version, reporter: new SilentReporter() });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(
      `The desktop build ${version} of VS Code cannot be downloaded here (${reason}); "npm test" runs the same suite in the server build.`,
    );
    return undefined;
  }
}
