import { createInterface } from 'node:readline';
import type { Message } from './message.ts';

/** A stand-in for your queue: one analysis a line on standard input. It ends with the input, or when the signal fires. */
export async function* stdinQueue(input: NodeJS.ReadableStream, signal: AbortSignal): AsyncGenerator<Message> {
  const lines = createInterface({ input, signal });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    yield {
      body: JSON.parse(line),
      ack: async () => {},
      nack: async reason => {
        process.stderr.write(`handed back: ${reason}\n`);
      },
    };
  }
}
