// The architecture as three lists: each stage of the core sees only those before it, each layer only those it
// names, each layer only its packages. The rules below are made from them.
const STAGES = [
  'shared',
  'document',
  'schema',
  'language',
  'rules',
  'model',
  'plan',
  'render',
  'check',
  'change',
];
const LAYERS = {
  core: [],
  workflow: ['core'],
  llm: ['core', 'workflow'],
  host: ['core', 'workflow'],
  webview: [],
  vscode: ['core', 'workflow', 'llm', 'host', 'webview'],
  cli: ['core', 'workflow', 'llm', 'host'],
};
const PACKAGES = {
  core: ['zod', 'ajv', 'mustache', '@types/mustache', 'jsonc-parser'],
  workflow: ['zod', '@langchain/langgraph'],
  llm: ['zod', '@langchain/core', '@langchain/openai', '@langchain/anthropic', 'eventsource-parser'],
  host: ['zod', '@astral-sh/ruff-wasm-nodejs'],
  webview: [],
  vscode: ['vscode', '@types/vscode', 'zod'],
  cli: [],
};
const PURE = ['core', 'workflow', 'llm', 'webview'];

const names = Object.keys(LAYERS);
const layer = (name) => `^src/${name}/`;
const rule = (name, from, to) => ({ name, severity: 'error', from, to });

const stageRules = STAGES.map((stage, index) =>
  rule(
    `stage-${stage}`,
    { path: `^src/core/${stage}/` },
    {
      path: [
        ...STAGES.slice(index + 1).map((it) => `^src/core/${it}/`),
        '^src/core/validate',
        '^src/core/index',
      ],
    },
  ),
);
const layerRules = names.map((name) =>
  rule(
    `layer-${name}`,
    { path: layer(name) },
    { path: names.filter((it) => it !== name && !LAYERS[name].includes(it)).map(layer) },
  ),
);
const doorRules = names
  .filter((it) => it !== 'core')
  .map((name) =>
    rule(`door-${name}`, { path: layer(name) }, { path: layer('core'), pathNot: '^src/core/index\\.ts$' }),
  );
const packageRules = names.map((name) =>
  rule(
    `packages-${name}`,
    { path: layer(name) },
    { path: '^node_modules/', pathNot: PACKAGES[name].map((it) => `^node_modules/${it}/`) },
  ),
);
const pureRules = PURE.map((name) =>
  rule(`no-node-${name}`, { path: layer(name) }, { dependencyTypes: ['core'] }),
);
const onlyVscode = rule(
  'only-vscode-imports-vscode',
  { path: '^src/', pathNot: layer('vscode') },
  { path: '^(vscode|node_modules/@types/vscode)' },
);

module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }),
    rule('resolvable', {}, { couldNotResolve: true, path: '^[^v]' }),
    onlyVscode,
    ...stageRules,
    ...layerRules,
    ...doorRules,
    ...packageRules,
    ...pureRules,
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
