import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface CrowdOptions {
  readonly port: number;
  readonly clients: number;
  /** What each asks for. */
  readonly path: string;
}

/** `closed`: every connection is. */
export type CrowdOrder =
  | { readonly kind: 'stop-reading' | 'read-on' | 'closed' }
  | { readonly kind: 'expect'; readonly last: number };

/** Many clients, who check that each event follows the one before. */
export interface Crowd extends AsyncDisposable {
  /** Resolves when it is so for each of them, with what they had out of order. One at a time. */
  ask(order: CrowdOrder): Promise<readonly string[]>;
}

/** Connected, and told their places. */
export async function gatherCrowd(options: CrowdOptions): Promise<Crowd> {
  const worker = new Worker(new URL('./crowd.ts', import.meta.url), { workerData: options });
  const answer = async (): Promise<readonly string[]> => (await once(worker, 'message'))[0];
  await answer();
  return {
    ask(order) {
      worker.postMessage(order);
      return answer();
    },
    async [Symbol.asyncDispose]() {
      await worker.terminate();
    },
  };
}
