import type { ServerResponse } from 'node:http';
import type { Allowance } from './allowance.ts';
import type { FaultEffect } from './fault.ts';
import type { Platform } from './platform.ts';
import type { RecordedRequest } from './recorded-request.ts';
import { emptyReply, htmlReply, jsonReply, type Reply } from './reply.ts';
import type { LogEntry } from './request-log.ts';
import { sendHalf, sendReply } from './send-reply.ts';

export interface Exchange {
  readonly request: RecordedRequest;
  readonly response: ServerResponse;
  readonly entry: LogEntry;
  readonly platform: Platform;
  /** What the rate limit still lets pass after this request. */
  readonly allowance: Allowance | undefined;
  /** Waits so many milliseconds, and says whether the simulator still runs then. Sets no timer for 0. */
  readonly wait: (ms: number) => Promise<boolean>;
  /** How long an answer is on its way, in milliseconds. */
  readonly latencyMs: number;
}

/** Answers one request, spoiled by `effect` where there is one. */
export async function exchange(around: Exchange, effect: FaultEffect | undefined): Promise<void> {
  if (!effect) return send(around, answer(around));
  switch (effect.kind) {
    case 'status':
      if (effect.commit) answer(around);
      return send(around, givenReply(effect));
    case 'drop':
      if (effect.commit) answer(around);
      return drop(around);
    case 'hang':
      if (effect.commit) answer(around);
      return around.entry.unanswered('hung');
    case 'half-body':
      // Without a commit it is the right answer to a write that is then taken back.
      return cut(around, effect.commit ? answer(around) : around.platform.rehearse(() => answer(around)));
    case 'delay':
      return send(around, answer(around), effect.ms);
    case 'late-commit':
      drop(around);
      if (await around.wait(effect.ms)) answer(around);
      return;
    case 'without-query': {
      const { request } = around;
      return send(
        around,
        answer({ ...around, request: { ...request, query: { ...request.query, [effect.name]: '' } } }),
      );
    }
  }
}

async function send({ response, entry, wait, latencyMs }: Exchange, reply: Reply, delayMs = 0): Promise<void> {
  if (latencyMs + delayMs > 0) await wait(latencyMs + delayMs);
  entry.answered(reply.status);
  sendReply(response, reply);
}

async function cut(around: Exchange, reply: Reply): Promise<void> {
  const { response, entry, wait, latencyMs } = around;
  if (!reply.body) return drop(around);
  if (latencyMs > 0) await wait(latencyMs);
  entry.answered(reply.status, 'cut');
  sendHalf(response, reply);
}

function drop({ response, entry }: Exchange): void {
  entry.unanswered('dropped');
  response.destroy();
}

/** A mistake of the simulator itself must be seen, not hang the test. */
function answer({ platform, request, allowance }: Exchange): Reply {
  try {
    return platform.answer(request, allowance);
  } catch (cause) {
    return htmlReply(500, `The simulator failed: ${cause instanceof Error ? cause.stack : cause}`, {
      'content-type': 'text/plain;charset=UTF-8',
    });
  }
}

function givenReply({ status, headers, body, text }: Extract<FaultEffect, { kind: 'status' }>): Reply {
  if (text !== undefined) return { ...jsonReply(status, undefined, headers), body: text };
  if (body === undefined) return emptyReply(status, headers);
  return typeof body === 'string' ? htmlReply(status, body, headers) : jsonReply(status, body, headers);
}
