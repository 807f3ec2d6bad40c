import { connect, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import type { CrowdOptions, CrowdOrder } from './gather-crowd.ts';

// A thread of its own, on sockets alone: what the clients cost is not the server's.
const { port, clients, path } = workerData as CrowdOptions;
const atOnce = 100;

const sockets: Socket[] = [];
/** The id that each had last. */
const last: number[] = [];
const wrong: string[] = [];
/** Who has not had the last event yet, and who is still connected: whoever asked hears when there is nobody. */
const awaited = { last: 0, behind: 0, connected: clients };
let holds: (() => boolean) | undefined;

function answerOnceItHolds(question: () => boolean) {
  holds = question;
  look();
}
function look() {
  if (!holds?.()) return;
  holds = undefined;
  parentPort?.postMessage(wrong);
}

function hear(client: number, id: number) {
  const before = last[client];
  if (before !== undefined && id !== before + 1) wrong.push(`client ${client} had ${before}, then ${id}`);
  last[client] = id;
  if (id === awaited.last) awaited.behind -= 1;
}

/** Resolves when it was told its place. */
function join(client: number): Promise<void> {
  return new Promise(joined => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nhost: crowd\r\n\r\n`);
    });
    sockets.push(socket);
    let rest = '';
    socket.setEncoding('latin1').on('data', (text: unknown) => {
      const known = rest + text;
      const end = known.lastIndexOf('\n');
      for (let at = known.indexOf('\nid: '); at >= 0 && at < end; at = known.indexOf('\nid: ', at + 1)) {
        hear(client, Number.parseInt(known.slice(at + 5, at + 25), 10));
      }
      rest = known.slice(end);
      if (last[client] !== undefined) joined();
      look();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      awaited.connected -= 1;
      look();
    });
  });
}

parentPort?.on('message', (order: CrowdOrder) => {
  if (order.kind === 'stop-reading') for (const socket of sockets) socket.pause();
  if (order.kind === 'read-on') for (const socket of sockets) socket.resume();
  if (order.kind === 'expect') {
    awaited.last = order.last;
    awaited.behind = last.filter(id => id < order.last).length;
  }
  if (order.kind === 'expect') answerOnceItHolds(() => awaited.behind === 0);
  else if (order.kind === 'closed') answerOnceItHolds(() => awaited.connected === 0);
  else answerOnceItHolds(() => true);
});

for (let from = 0; from < clients; from += atOnce) {
  await Promise.all(Array.from({ length: Math.min(atOnce, clients - from) }, (_, n) => join(from + n)));
}
answerOnceItHolds(() => true);
