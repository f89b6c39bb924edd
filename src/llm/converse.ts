import { failure, success } from '../core/index.ts';
import type { LlmFailure, LlmQuestion, LlmReply, TokenUsage } from '../workflow/ports.ts';
import { addTokens, NO_TOKENS } from '../workflow/progress.ts';
import { answerTool, askAgain, opening } from './conversation.ts';
import { type Deadline, sleep } from './deadline.ts';
import { type Heard, listen } from './listen.ts';
import { redact } from './redact.ts';
import { secondsBeforeRetry } from './retry.ts';
import type { Message, Speaker } from './speaker.ts';
import { judge, type Unusable, type Verdict } from './verdict.ts';

/** One question and everything that is needed to get it answered. */
export type Exchange<T> = {
  readonly question: LlmQuestion<T>;
  readonly speak: Speaker;
  readonly deadline: Deadline;
  readonly secrets: readonly string[];
  readonly retries: number;
};

const MOST_ANSWERS = 3;

/** Asks, asks again after an answer that cannot be used, and retries after a passing fault, each within its bound. */
export async function converse<T>(exchange: Exchange<T>): Promise<LlmReply<T>> {
  const { question, speak, deadline } = exchange;
  const tool = answerTool(question);
  let talk: Talk = { messages: opening(question), usage: NO_TOKENS, answers: 0, retries: 0 };
  for (;;) {
    const heard = await listen(speak, { messages: talk.messages, tool }, deadline);
    const usage = addTokens(talk.usage, heard.usage);
    const verdict = verdictOn(heard, exchange);
    if (verdict.kind === 'value') return { result: success(verdict.value), usage };
    const next =
      verdict.kind === 'unusable'
        ? afterUnusable(talk, verdict, exchange)
        : await afterFailure(talk, verdict.failure, exchange);
    if (next === undefined) return { result: failure(verdict.failure), usage };
    talk = { ...next, usage };
  }
}

type Talk = {
  readonly messages: readonly Message[];
  readonly usage: TokenUsage;
  readonly answers: number;
  readonly retries: number;
};

function verdictOn<T>({ hearing, failure: failed }: Heard, { question, secrets }: Exchange<T>): Verdict<T> {
  if (failed !== undefined) return { kind: 'failure', failure: failed };
  const args = redact(hearing.args, secrets);
  const text = redact(hearing.text, secrets);
  return judge({ ...hearing, args, text }, question);
}

function afterUnusable<T>(
  talk: Talk,
  { raw, complaint, notice }: Unusable,
  { question }: Exchange<T>,
): Talk | undefined {
  const answers = talk.answers + 1;
  if (answers === MOST_ANSWERS) return undefined;
  question.onNotice?.(`${notice}, asking again`);
  return { ...talk, answers, messages: [...opening(question), ...askAgain(raw, complaint)] };
}

async function afterFailure<T>(
  talk: Talk,
  failed: LlmFailure,
  { question, deadline, retries }: Exchange<T>,
): Promise<Talk | undefined> {
  const seconds = secondsBeforeRetry(failed, talk.retries);
  if (seconds === undefined || talk.retries === retries) return undefined;
  if (seconds * 1000 > deadline.remainingMs()) return undefined;
  question.onNotice?.(`no answer (${REASONS[failed.kind] ?? failed.kind}), asking again in ${seconds} s`);
  await sleep(seconds * 1000, deadline.signal);
  return { ...talk, retries: talk.retries + 1 };
}

const REASONS: Partial<Record<LlmFailure['kind'], string>> = {
  'rate-limited': 'too many requests',
  'server-error': 'server error',
  unreachable: 'no connection',
  'broken-off': 'connection lost',
};
