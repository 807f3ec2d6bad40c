import { setTimeout as sleep } from 'node:timers/promises';

const samples = 12;
const apartMs = 150;

/**
 * Megabytes of heap that a worker holds on to, by its own metrics: the least of some samples, since a heap saws up and down
 * between collections.
 */
export async function memoryOf(port: number): Promise<number> {
  const found: number[] = [];
  for (let n = 0; n < samples; n++) {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    found.push(Number(/^nodejs_heap_size_used_bytes (\S+)$/m.exec(text)?.[1]));
    await sleep(apartMs);
  }
  return Math.round((Math.min(...found) / 1024 / 1024) * 10) / 10;
}
