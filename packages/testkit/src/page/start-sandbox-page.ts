import { createServer } from 'node:http';
import { listen, shut } from '../simulator/loopback-server.ts';
import type { Reply } from '../simulator/reply.ts';
import { sendReply } from '../simulator/send-reply.ts';
import { answerPage } from './answer-page.ts';
import type { TicketSource } from './ticket.ts';

export interface SandboxPage extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  /** Shows the tickets of a simulator from now on. */
  show(source: TicketSource): void;
}

export interface SandboxPageOptions {
  /** Port on 127.0.0.1. @default 0, any free one */
  readonly port?: number;
  /** The command that an empty page tells. */
  readonly hint: string;
}

/**
 * A page on loopback with the tickets that simulators hold. It is there before the simulators are, so that their pages
 * can link to it.
 * @throws the error of `listen` where the port is taken.
 */
export async function startSandboxPage({ port = 0, hint }: SandboxPageOptions): Promise<SandboxPage> {
  const sources: TicketSource[] = [];
  const server = createServer(({ method = 'GET', url = '/', headers }, response) => {
    const [path = '/'] = url.split('?');
    const answer = (): Reply => answerPage({ method, path, host: headers.host }, sources, hint);
    sendReply(response, orFailure(answer));
  });
  return {
    url: await listen(server, port),
    show: source => {
      sources.push(source);
    },
    [Symbol.asyncDispose]: () => shut(server),
  };
}

/** A ticket that can not be shown is told on the page, and does not end the sandbox. */
function orFailure(answer: () => Reply): Reply {
  try {
    return answer();
  } catch (cause) {
    return { status: 500, headers: { 'content-type': 'text/plain;charset=UTF-8' }, body: `The page failed: ${cause}` };
  }
}
