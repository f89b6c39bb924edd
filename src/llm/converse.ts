import type { BaseMessage } from '@langchain/core/messages';
import { failure, success } from '../core/index.ts';
import type { LlmFailure, LlmQuestion, LlmReply, TokenUsage } from '../workflow/ports.ts';
import { addTokens, NO_TOKENS } from '../workflow/progress.ts';
import { askAgain, opening } from './conversation.ts';
import { type Deadline, sleep } from './deadline.ts';
import { type Heard, listen, type Speaker } from './listen.ts';
import { redact } from './redact.ts';
import { secondsBeforeRetry } from './retry.ts';
import { judge, type Verdict } from './verdict.ts';

/** One question and everything that is needed to get it answered. */
export type Exchange<T> = {
  readonly question: LlmQuestion<T>;
  readonly speaker: Speaker;
  readonly deadline: Deadline;
  readonly secrets: readonly string[];
};

const MOST_ANSWERS = 3;
const MOST_RETRIES = 2;

/** Asks, asks again after a malformed answer, and retries after a passing fault, each within its bound. */
export async function converse<T>(exchange: Exchange<T>): Promise<LlmReply<T>> {
  let talk: Talk = { messages: opening(exchange.question), usage: NO_TOKENS, answers: 0, retries: 0 };
  for (;;) {
    const heard = await listen(exchange.speaker, talk.messages, exchange.deadline);
    const usage = addTokens(talk.usage, heard.usage);
    const verdict = verdictOn(heard, exchange);
    if (verdict.kind === 'value') return { result: success(verdict.value), usage };
    const next =
      verdict.kind === 'malformed'
        ? afterMalformed(talk, verdict, exchange)
        : await afterFailure(talk, verdict.failure, exchange);
    if (next === undefined) return { result: failure(failureIn(verdict)), usage };
    talk = { ...next, usage };
  }
}

type Talk = {
  readonly messages: BaseMessage[];
  readonly usage: TokenUsage;
  readonly answers: number;
  readonly retries: number;
};

type Malformed = { readonly kind: 'malformed'; readonly raw: string; readonly complaint: string };
type Failed = { readonly kind: 'failure'; readonly failure: LlmFailure };

function verdictOn<T>({ hearing, failure: failed }: Heard, { question, secrets }: Exchange<T>): Verdict<T> {
  if (failed !== undefined) return { kind: 'failure', failure: failed };
  const args = redact(hearing.args, secrets);
  const text = redact(hearing.text, secrets);
  return judge({ ...hearing, args, text }, question);
}

function afterMalformed<T>(talk: Talk, verdict: Malformed, { question }: Exchange<T>): Talk | undefined {
  const answers = talk.answers + 1;
  if (answers === MOST_ANSWERS) return undefined;
  question.onNotice?.('the answer does not have the agreed form, asking again');
  return { ...talk, answers, messages: [...opening(question), ...askAgain(verdict.raw, verdict.complaint)] };
}

async function afterFailure<T>(
  talk: Talk,
  failed: LlmFailure,
  { question, deadline }: Exchange<T>,
): Promise<Talk | undefined> {
  const seconds = secondsBeforeRetry(failed, talk.retries);
  if (seconds === undefined || talk.retries === MOST_RETRIES) return undefined;
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

const failureIn = (verdict: Malformed | Failed): LlmFailure =>
  verdict.kind === 'failure' ? verdict.failure : { kind: 'invalid-answer' };
