import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkerProcess } from './worker-process.ts';

/** In megabytes, by the worker's own metrics. */
export interface Memory {
  /** What it holds on to: the heap after a full collection. */
  readonly heapMb: number;
  /** What the operating system sees. */
  readonly residentMb: number;
}

const samples = 5;
const apartMs = 300;

/** The least of some samples: between a collection and its sample the worker goes on. */
export async function memoryOf(worker: WorkerProcess, port: number): Promise<Memory> {
  const found: Memory[] = [];
  for (let n = 0; n < samples; n++) {
    worker.kill('SIGUSR2');
    await sleep(apartMs);
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const megabytes = (name: string): number =>
      Math.round(Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]) / 1024 / 102.4) / 10;
    found.push({
      heapMb: megabytes('nodejs_heap_size_used_bytes'),
      residentMb: megabytes('process_resident_memory_bytes'),
    });
  }
  return {
    heapMb: Math.min(...found.map(({ heapMb }) => heapMb)),
    residentMb: Math.min(...found.map(({ residentMb }) => residentMb)),
  };
}
