import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from './create-server.ts';
import { exchange } from './exchange.ts';
import { listen, shut } from './loopback-server.ts';
import type { Platform } from './platform.ts';
import { readRequest } from './read-request.ts';
import { createRequestLog } from './request-log.ts';
import { sendReply } from './send-reply.ts';
import type { Simulator, SimulatorOptions } from './simulator.ts';
import { realSleep } from './sleep.ts';
import { createSpoiler } from './spoiler.ts';
import { createTraffic } from './traffic.ts';

/**
 * Listens on loopback and plays whatever platform `create` returns. `create` gets the address, because platforms put
 * links to themselves into their answers.
 */
export async function startSimulator(
  options: SimulatorOptions,
  create: (url: string) => Platform,
): Promise<Omit<Simulator, 'tickets'>> {
  const server = createServer(options.https);
  const address = await listen(server, options.port ?? 0);
  const url = options.https ? address.replace('http:', 'https:') : address;
  const platform = create(url);
  const spoiler = createSpoiler(options, platform);
  const log = createRequestLog(options.keepRequests);
  const traffic = createTraffic();
  const closing = new AbortController();
  const wait = async (ms: number): Promise<boolean> => {
    if (ms > 0) await (options.sleep ?? realSleep)(ms, closing.signal);
    return !closing.signal.aborted;
  };
  const latencyMs = options.latencyMs ?? 0;

  server.on('request', async (incoming: IncomingMessage, response: ServerResponse) => {
    traffic.came(response);
    const request = await readRequest(incoming).catch(() => undefined);
    // The client went away before its request was whole: there is nobody to answer.
    if (!request) return;
    const entry = log.add(request);
    const queue = platform.queueOf?.(request);
    const refusal = platform.turnAway?.(request, traffic.crowd(queue));
    if (refusal) {
      entry.answered(refusal.status);
      return sendReply(response, refusal);
    }
    await traffic.serve(queue, response, async () => {
      const effect = spoiler.effectOf(request);
      const allowance = spoiler.allowance();
      await exchange({ request, response, entry, platform, allowance, wait, latencyMs }, effect);
    });
  });

  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing.abort();
    closed ??= shut(server);
    return closed;
  };
  return {
    url,
    get requests() {
      return log.requests;
    },
    get transcript() {
      return log.transcript;
    },
    fault: spoiler.fault,
    chaos: spoiler.chaos,
    get met() {
      return spoiler.met;
    },
    get mostAtOnce() {
      return traffic.mostAtOnce;
    },
    clearRequests: () => {
      log.clear();
      spoiler.clearFaults();
      traffic.clear();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
