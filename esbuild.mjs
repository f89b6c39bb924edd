import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { notices } from './scripts/bundle/notices.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const common = {
  bundle: true,
  minify: true,
  metafile: true,
  sourcemap: false,
  logLevel: 'warning',
  absWorkingDir: here('.'),
  legalComments: 'none',
};

const node = { ...common, platform: 'node', target: 'node22', mainFields: ['module', 'main'] };

// Variables such as OPENAI_BASE_URL or LANGSMITH_TRACING redirect or trace LangChain's clients, so bundled packages
// see an empty environment. Code of ours that may read it imports `env` from `node:process`, which is left alone.
const sealed = {
  define: { 'process.env': 'globalThis.__bbEnv', 'globalThis.process.env': 'globalThis.__bbEnv' },
  plugins: [
    replaceModules([
      [/^langsmith(\/|$)/, here('scripts/bundle/langsmith-stub.mjs')],
      [/^standardwebhooks$/, here('scripts/bundle/webhooks-stub.mjs')],
      [/(^|\/)locales\/index\.js$/, here('scripts/bundle/zod-locales-stub.mjs')],
    ]),
  ],
};

/** What every bundle with LangChain in it is built with; a test builds one to show that the environment is sealed off. */
export const esm = {
  ...node,
  ...sealed,
  format: 'esm',
  splitting: true,
  outdir: 'dist',
  banner: {
    js: "import{createRequire as __bbRequire}from'node:module';const require=__bbRequire(import.meta.url);globalThis.__bbEnv??={};",
  },
};

const bundles = {
  extension: {
    ...esm,
    entryPoints: { extension: 'src/vscode/extension.ts' },
    external: ['vscode'],
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
  },
  cli: {
    ...esm,
    entryPoints: { cli: 'src/cli/main.ts' },
    // Beside the entry, because commands find their files relative to themselves.
    chunkNames: 'cli-[hash]',
  },
  ruff: {
    ...node,
    entryPoints: { ruff: '@astral-sh/ruff-wasm-nodejs', 'ruff-process': 'src/host/ruff-process.ts' },
    format: 'cjs',
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
  },
  webview: {
    ...common,
    entryPoints: { progress: 'src/webview/main.ts', style: 'src/webview/style.css' },
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    outdir: 'dist/webview',
    tsconfig: 'src/webview/tsconfig.json',
  },
};

const testBundle = {
  ...node,
  minify: false,
  sourcemap: 'inline',
  entryPoints: { 'in-host': 'test/vscode/in-host/index.ts' },
  external: ['vscode', 'mocha'],
  format: 'cjs',
  outdir: 'dist/test',
  outExtension: { '.js': '.cjs' },
};

// The extension as it ships, but for a disk that can end the process in the middle of an apply.
const dyingExtension = {
  ...bundles.extension,
  outdir: 'dist/test/dying',
  plugins: [
    ...sealed.plugins,
    replaceModules([[/(^\.|\/host)\/disk\.ts$/, here('test/support/dying-editor-disk.ts')]]),
  ],
};

/** Builds everything that ships, and with `tests` what only tests run inside the editor. */
export async function buildAll({ tests = false } = {}) {
  await rm(here('dist'), { recursive: true, force: true });
  const chosen = Object.entries(tests ? { ...bundles, testBundle, dyingExtension } : bundles);
  const results = await Promise.all(chosen.map(async ([name, options]) => [name, await build(options)]));
  await mkdir(here('dist'), { recursive: true });
  await cp(
    here('node_modules/@astral-sh/ruff-wasm-nodejs/ruff_wasm_bg.wasm'),
    here('dist/ruff_wasm_bg.wasm'),
  );
  const shipped = results.filter(([name]) => name in bundles);
  const metafiles = Object.fromEntries(shipped.map(([name, { metafile }]) => [name, metafile]));
  await writeFile(here('dist/THIRD-PARTY.txt'), notices(Object.values(metafiles)));
  await writeFile(here('dist/meta.json'), JSON.stringify(metafiles));
}

/** Builds again whenever a source changes. */
async function watchAll() {
  await buildAll();
  for (const options of Object.values(bundles)) await (await context(options)).watch();
  console.log('watching …');
}

function replaceModules(replacements) {
  return {
    name: 'replace-modules',
    setup(bundle) {
      for (const [filter, path] of replacements)
        bundle.onResolve({ filter }, ({ importer }) => (importer === path ? undefined : { path }));
    },
  };
}

if (import.meta.main) {
  if (process.argv.includes('--watch')) await watchAll();
  else await buildAll({ tests: process.argv.includes('--tests') });
}
