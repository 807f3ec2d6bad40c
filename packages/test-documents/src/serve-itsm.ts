import { once } from 'node:events';
import { chmod, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PassThrough, Writable } from 'node:stream';
import { run } from '@itsm-bridge/cli';

/**
 * Puts an `itsm` into a folder of a `PATH` that has its command run in this process, which has loaded it already: a page of many
 * commands takes seconds instead of minutes. Arguments, working folder, environment, streams and signals are those of the caller.
 */
export async function serveItsm(bin: string): Promise<AsyncDisposable> {
  const path = join(bin, 'itsm.sock');
  const server = createServer(socket => void answer(socket));
  server.listen(path);
  await once(server, 'listening');
  await writeFile(join(bin, 'itsm'), caller(path));
  await chmod(join(bin, 'itsm'), 0o755);
  return {
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}

async function answer(socket: Socket): Promise<void> {
  const stop = new AbortController();
  const stdin = new PassThrough();
  const tell = (message: object) => socket.write(`${JSON.stringify(message)}\n`);
  const stream = (name: string) =>
    new Writable({
      write(chunk, _, done) {
        tell({ [name]: Buffer.from(chunk).toString('base64') });
        done();
      },
    });
  socket.on('close', () => stop.abort());
  socket.on('error', () => stop.abort());
  createInterface(socket).on('line', async line => {
    const told = JSON.parse(line);
    if ('signal' in told) stop.abort();
    else if ('stdin' in told) stdin.write(Buffer.from(told.stdin, 'base64'));
    else if ('end' in told) stdin.end();
    else {
      const streams = { stdin, stdout: stream('stdout'), stderr: stream('stderr'), signal: stop.signal };
      const status = await run(told.args, { ...streams, env: told.env, cwd: told.cwd });
      socket.end(`${JSON.stringify({ status })}\n`);
    }
  });
}

const caller = (path: string) => `#!${process.execPath}
const socket = require('node:net').connect(${JSON.stringify(path)});
const tell = message => socket.write(JSON.stringify(message) + '\\n');
tell({ args: process.argv.slice(2), cwd: process.cwd(), env: process.env });
process.stdin.on('data', chunk => tell({ stdin: chunk.toString('base64') })).on('end', () => tell({ end: true }));
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => tell({ signal: name }));
require('node:readline').createInterface(socket).on('line', line => {
  const { status, stdout, stderr } = JSON.parse(line);
  if (stdout) process.stdout.write(Buffer.from(stdout, 'base64'));
  if (stderr) process.stderr.write(Buffer.from(stderr, 'base64'));
  if (status !== undefined) (process.exitCode = status), process.stdin.destroy();
});
socket.on('error', error => (console.error(String(error)), (process.exitCode = 70)));
`;
