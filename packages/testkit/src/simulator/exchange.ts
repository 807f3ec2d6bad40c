import type { ServerResponse } from 'node:http';
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
  readonly sleep: (ms: number) => Promise<void>;
}

/** Answers one request, spoiled by `effect` where there is one. */
export async function exchange(around: Exchange, effect: FaultEffect | undefined): Promise<void> {
  const { response, entry } = around;
  const send = (reply: Reply): void => {
    entry.answered(reply.status);
    sendReply(response, reply);
  };
  const drop = (): void => {
    entry.unanswered('dropped');
    response.destroy();
  };
  if (!effect) return send(answer(around));
  if (effect.kind === 'delay') {
    const reply = answer(around);
    await around.sleep(effect.ms);
    return send(reply);
  }
  if (effect.kind === 'half-body') {
    // Without a commit it is the right answer to a write that is then taken back.
    const reply = effect.commit ? answer(around) : around.platform.rehearse(() => answer(around));
    if (!reply.body) return drop();
    entry.answered(reply.status, 'cut');
    return sendHalf(response, reply);
  }
  if (effect.commit) answer(around);
  if (effect.kind === 'status') return send(givenReply(effect));
  if (effect.kind === 'drop') return drop();
  entry.unanswered('hung');
}

/** A mistake of the simulator itself must be seen, not hang the test. */
function answer({ platform, request }: Exchange): Reply {
  try {
    return platform.answer(request);
  } catch (cause) {
    return htmlReply(500, `The simulator failed: ${cause instanceof Error ? cause.stack : cause}`, {
      'content-type': 'text/plain;charset=UTF-8',
    });
  }
}

function givenReply({ status, headers, body }: Extract<FaultEffect, { kind: 'status' }>): Reply {
  if (body === undefined) return emptyReply(status, headers);
  return typeof body === 'string' ? htmlReply(status, body, headers) : jsonReply(status, body, headers);
}
