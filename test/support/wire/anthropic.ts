import { ANSWER_USAGE, argumentsOf, isBroken, pieces, type StreamedStep, type Wire } from './wire.ts';

/** The Messages API: https://platform.claude.com/docs/en/build-with-claude/streaming */
export const ANTHROPIC: Wire = {
  base: '',
  isQuestion: (path) => path === '/v1/messages',
  keyIn: (headers) => headers['x-api-key'],
  error: (status, message) => ({
    type: 'error',
    error: { type: ERROR_TYPES.get(status) ?? 'api_error', message },
  }),
  events: (step) => {
    if (step.kind === 'error-midway')
      return [START, ...block(0, TEXT_BLOCK, [textDelta('Well')]), OVERLOADED];
    const body = bodyOf(step);
    return isBroken(step) ? [START, ...body.slice(0, -2)] : [START, ...body, ...ending(step)];
  },
};

const ERROR_TYPES: ReadonlyMap<number, string> = new Map([
  [401, 'authentication_error'],
  [404, 'not_found_error'],
  [429, 'rate_limit_error'],
  [529, 'overloaded_error'],
]);

const START = event('message_start', {
  message: {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'test-model',
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: { input_tokens: ANSWER_USAGE.input - 20, cache_read_input_tokens: 20, output_tokens: 1 },
  },
});

const OVERLOADED = event('error', { error: { type: 'overloaded_error', message: 'Overloaded' } });

const TEXT_BLOCK = { type: 'text', text: '' };
const TOOL_BLOCK = { type: 'tool_use', id: 'toolu_1', name: 'answer', input: {} };

const textDelta = (text: string) => ({ type: 'text_delta', text });

// A text before the call, as models like to write one.
function bodyOf(step: StreamedStep): readonly string[] {
  if (step.kind === 'text') return block(0, TEXT_BLOCK, pieces(step.text).map(textDelta));
  if (step.kind === 'refusal') return [];
  if (step.kind === 'filtered') return block(0, TEXT_BLOCK, [textDelta('I')]);
  const parts = pieces(argumentsOf(step) ?? '').map((partial_json) => ({
    type: 'input_json_delta',
    partial_json,
  }));
  const sent = step.kind === 'truncated' ? parts.slice(0, -1) : parts;
  return [...block(0, TEXT_BLOCK, [textDelta('I have looked.')]), ...block(1, TOOL_BLOCK, sent)];
}

const block = (index: number, content_block: object, deltas: readonly object[]): readonly string[] => [
  event('content_block_start', { index, content_block }),
  ...deltas.map((delta) => event('content_block_delta', { index, delta })),
  event('content_block_stop', { index }),
];

const STOP_REASONS: Partial<Record<StreamedStep['kind'], string>> = {
  truncated: 'max_tokens',
  refusal: 'refusal',
  filtered: 'refusal',
  text: 'end_turn',
};

function ending(step: StreamedStep): readonly string[] {
  const delta = { stop_reason: STOP_REASONS[step.kind] ?? 'tool_use', stop_sequence: null };
  return [
    event('message_delta', { delta, usage: { output_tokens: ANSWER_USAGE.output } }),
    event('message_stop', {}),
  ];
}

function event(type: string, data: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
}
