/**
 * Every variable that the bundled libraries, or those beneath them, are known to read, pointed at a trap. All values
 * but the trap's address contain `from-the-environment`.
 */
export const hostileEnvironment = (trap: string): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(ADDRESSES.map((name) => [name, trap])),
  ...Object.fromEntries(KEYS.map((name) => [name, 'sk-from-the-environment'])),
  ...Object.fromEntries(LOGS.map((name) => [name, 'debug'])),
  ...Object.fromEntries(SWITCHES.map((name) => [name, 'true'])),
  OPENAI_CUSTOM_HEADERS: 'X-From: from-the-environment\nAuthorization: Bearer from-the-environment',
  ANTHROPIC_CUSTOM_HEADERS: 'X-From: from-the-environment\nx-api-key: from-the-environment',
  OTEL_EXPORTER_OTLP_HEADERS: 'authorization=from-the-environment',
  LANGSMITH_PROJECT: 'from-the-environment',
  LANGCHAIN_PROJECT: 'from-the-environment',
  LANGCHAIN_CALLBACKS_BACKGROUND: 'false',
  DEBUG: '*',
});

const ADDRESSES = [
  'OPENAI_BASE_URL',
  'OPENAI_API_BASE',
  'AZURE_OPENAI_ENDPOINT',
  'AZURE_OPENAI_BASE_PATH',
  'ANTHROPIC_BASE_URL',
  'ANTHROPIC_API_URL',
  'GOOGLE_GEMINI_BASE_URL',
  'GOOGLE_VERTEX_BASE_URL',
  'LANGSMITH_GATEWAY',
  'LANGSMITH_ENDPOINT',
  'LANGCHAIN_ENDPOINT',
  'LANGSMITH_RUNS_ENDPOINTS',
  'LANGGRAPH_API_URL',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'http_proxy',
  'https_proxy',
  'all_proxy',
] as const;

const KEYS = [
  'OPENAI_API_KEY',
  'OPENAI_ADMIN_KEY',
  'OPENAI_ORGANIZATION',
  'OPENAI_ORG_ID',
  'OPENAI_PROJECT_ID',
  'OPENAI_WEBHOOK_SECRET',
  'AZURE_OPENAI_API_KEY',
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_AUTH_TOKEN',
  'ANTHROPIC_PROFILE',
  'ANTHROPIC_WEBHOOK_SIGNING_KEY',
  'GOOGLE_API_KEY',
  'GEMINI_API_KEY',
  'GOOGLE_CLOUD_CREDENTIALS',
  'LANGSMITH_API_KEY',
  'LANGCHAIN_API_KEY',
  'LANGSMITH_GATEWAY_API_KEY',
] as const;

const LOGS = ['OPENAI_LOG', 'ANTHROPIC_LOG', 'OTEL_LOG_LEVEL', 'LANGSMITH_LOG', 'LANGCHAIN_LOG'] as const;

const SWITCHES = [
  'LANGSMITH_TRACING',
  'LANGSMITH_TRACING_V2',
  'LANGSMITH_OTEL_ENABLED',
  'LANGCHAIN_TRACING',
  'LANGCHAIN_TRACING_V2',
  'LANGCHAIN_VERBOSE',
  'GOOGLE_GENAI_USE_VERTEXAI',
] as const;

/** The same for an editor: a proxy is how it may have to reach the network, for itself too. */
export const withoutProxy = (variables: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !/proxy/i.test(name)));
