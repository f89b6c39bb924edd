import { ANSWER_USAGE, argumentsOf, isBroken, pieces, type StreamedStep, type Wire } from './wire.ts';

/** `streamGenerateContent` with `alt=sse`: https://ai.google.dev/api/generate-content */
export const GEMINI: Wire = {
  base: '/v1beta',
  isQuestion: (path) => /^\/v1beta\/models\/[^/:]+:streamGenerateContent\?alt=sse$/.test(path),
  keyIn: (headers) => headers['x-goog-api-key'],
  error: (status, message) => ({ error: { code: status, message, status: 'TEST' } }),
  events: (step) => {
    if (step.kind === 'error-midway')
      return [THOUGHT, event({ error: { code: 503, message: 'overloaded' } })];
    if (isBroken(step)) return [THOUGHT, candidate([{ text: 'I have looked, and there are' }])];
    return 'usage' in step ? bodyOf(step) : [THOUGHT, ...bodyOf(step)];
  },
};

const USAGE = {
  promptTokenCount: ANSWER_USAGE.input,
  candidatesTokenCount: ANSWER_USAGE.output - 10,
  thoughtsTokenCount: 10,
  totalTokenCount: ANSWER_USAGE.input + ANSWER_USAGE.output,
};

// What a model thinks is no part of its answer, and is counted.
const THOUGHT = event({
  candidates: [
    { content: { role: 'model', parts: [{ text: 'Is {"this": 1} it?', thought: true }] }, index: 0 },
  ],
  usageMetadata: { promptTokenCount: ANSWER_USAGE.input, thoughtsTokenCount: 10 },
});

// A call comes whole; when its arguments are no JSON, or not all of them fit, there is only the reason for it.
function bodyOf(step: StreamedStep): readonly string[] {
  if (step.kind === 'text') return [...pieces(step.text).map((text) => candidate([{ text }])), end('STOP')];
  if (step.kind === 'refusal')
    return [event({ promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, usageMetadata: USAGE })];
  if (step.kind === 'filtered') return [candidate([{ text: 'I' }]), end('SAFETY')];
  if (step.kind === 'truncated') return [end('MAX_TOKENS')];
  const args = parsed(argumentsOf(step) ?? '');
  if (args === undefined) return [end('MALFORMED_FUNCTION_CALL')];
  const call = [{ functionCall: { name: 'answer', args }, thoughtSignature: 'c2ln' }];
  return [
    event({
      candidates: [{ content: { role: 'model', parts: call }, finishReason: 'STOP', index: 0 }],
      ...usage(step),
    }),
  ];
}

const usage = (step: StreamedStep) => ('usage' in step ? {} : { usageMetadata: USAGE });

const candidate = (parts: readonly object[]): string =>
  event({ candidates: [{ content: { role: 'model', parts }, index: 0 }] });

const end = (finishReason: string): string =>
  event({ candidates: [{ content: {}, finishReason, index: 0 }], usageMetadata: USAGE });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function event(data: unknown): string {
  return `data: ${JSON.stringify(data)}\r\n\r\n`;
}
