import { z } from 'zod';
import type { Llm, Models } from '../workflow/ports.ts';

/** What a test of the connection showed, in words for people. */
export type KeyTest = { readonly ok: boolean; readonly message: string };

/** Tests each model once, one after the other, until one fails. */
export async function testModels(models: Models, signal: AbortSignal): Promise<KeyTest> {
  const messages: string[] = [];
  for (const llm of new Set(Object.values(models))) {
    const { ok, message } = await testKey(llm, signal);
    if (!ok) return { ok, message };
    messages.push(message);
  }
  return { ok: true, message: messages.join('; ') };
}

/** Asks the smallest possible question the way a review is asked: it proves key, address, model and tool calls. */
export async function testKey(llm: Llm, signal: AbortSignal): Promise<KeyTest> {
  const { result, usage } = await llm.ask(QUESTION, signal);
  if (!result.ok) return { ok: false, message: llm.explain(result.error) };
  const tokens = `${usage.estimated ? '≈' : ''}${usage.input + usage.output} tokens used`;
  return { ok: true, message: `${llm.name} answers (${tokens})` };
}

const QUESTION = {
  purpose: 'test of the connection',
  system: 'This is a test of the connection. Answer by calling the tool.',
  user: 'Call the tool with "ready" set to true.',
  shape: z.object({ ready: z.boolean() }),
};
