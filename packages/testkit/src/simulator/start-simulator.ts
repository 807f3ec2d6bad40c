import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exchange } from './exchange.ts';
import { listen, shut } from './loopback-server.ts';
import type { Platform } from './platform.ts';
import { readRequest } from './read-request.ts';
import { createRequestLog } from './request-log.ts';
import type { Simulator, SimulatorOptions } from './simulator.ts';
import { realSleep } from './sleep.ts';
import { createSpoiler } from './spoiler.ts';

/**
 * Listens on loopback and plays whatever platform `create` returns. `create` gets the address, because platforms put
 * links to themselves into their answers.
 */
export async function startSimulator(
  options: SimulatorOptions,
  create: (url: string) => Platform,
): Promise<Omit<Simulator, 'tickets'>> {
  const server = createServer();
  const url = await listen(server, options.port ?? 0);
  const platform = create(url);
  const spoiler = createSpoiler(options, platform);
  const log = createRequestLog(options.keepRequests);
  const closing = new AbortController();
  const wait = async (ms: number): Promise<boolean> => {
    if (ms > 0) await (options.sleep ?? realSleep)(ms, closing.signal);
    return !closing.signal.aborted;
  };
  const latencyMs = options.latencyMs ?? 0;

  server.on('request', async (incoming: IncomingMessage, response: ServerResponse) => {
    const request = await readRequest(incoming).catch(() => undefined);
    // The client went away before its request was whole: there is nobody to answer.
    if (!request) return;
    const entry = log.add(request);
    const effect = spoiler.effectOf(request);
    const allowance = spoiler.allowance();
    await exchange({ request, response, entry, platform, allowance, wait, latencyMs }, effect);
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
    clearRequests: () => {
      log.clear();
      spoiler.clearFaults();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
