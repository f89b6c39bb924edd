import { ANSWER_USAGE, argumentsOf, isBroken, pieces, type StreamedStep, type Wire } from './wire.ts';

/** Chat completions: https://platform.openai.com/docs/api-reference/chat-streaming */
export const OPENAI: Wire = {
  base: '/v1',
  isQuestion: (path) => path === '/v1/chat/completions',
  keyIn: (headers) => headers.authorization,
  error: (_status, message) => ({ error: { message, code: 'test_error' } }),
  events: (step) => {
    if (step.kind === 'error-midway') return [chunk(deltas({ kind: 'text', text: 'Well' })), OVERLOADED];
    const parts = deltas(step);
    const cut = isBroken(step) || step.kind === 'truncated';
    const body = (cut ? parts.slice(0, -1) : parts).map((delta) => chunk([delta]));
    return isBroken(step) ? body : [...body, ...ending(step)];
  },
};

const OVERLOADED = event({ error: { message: 'overloaded', type: 'server_error', code: 'server_error' } });

const FINISH_REASONS: Partial<Record<StreamedStep['kind'], string>> = {
  truncated: 'length',
  filtered: 'content_filter',
};

function ending(step: StreamedStep): readonly string[] {
  const finish_reason =
    FINISH_REASONS[step.kind] ?? (argumentsOf(step) === undefined ? 'stop' : 'tool_calls');
  const end = event({ ...COMMON, choices: [{ index: 0, delta: {}, finish_reason }] });
  const counted = 'usage' in step ? [] : [event({ ...COMMON, choices: [], usage: USAGE })];
  return [end, ...counted, 'data: [DONE]\n\n'];
}

const USAGE = {
  prompt_tokens: ANSWER_USAGE.input,
  completion_tokens: ANSWER_USAGE.output,
  total_tokens: ANSWER_USAGE.input + ANSWER_USAGE.output,
};

const COMMON = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'test-model' };

const chunk = ([delta]: readonly unknown[]): string => event({ ...COMMON, choices: [{ index: 0, delta }] });

function event(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

function deltas(step: StreamedStep): readonly unknown[] {
  const first = { role: 'assistant', content: '' };
  if (step.kind === 'text') return [first, ...pieces(step.text).map((content) => ({ content }))];
  if (step.kind === 'filtered') return [first, { content: 'I' }];
  if (step.kind === 'refusal') return [first, { refusal: 'I cannot help with that.' }];
  const call = { index: 0, id: 'call_1', type: 'function', function: { name: 'answer', arguments: '' } };
  const rest = pieces(argumentsOf(step) ?? '').map((it) => ({
    tool_calls: [{ index: 0, function: { arguments: it } }],
  }));
  return [{ role: 'assistant', content: null, tool_calls: [call] }, ...rest];
}
