import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const load = new URL('./load-connections.ts', import.meta.url).href;

/** In a process of its own: undici is loaded once. */
async function printedBy(code: string): Promise<string> {
  const args = ['--conditions=source', '--input-type=module', '--eval', code];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return stdout.trim();
}

it("leaves the host's fetch what it goes through", async () => {
  const printed = await printedBy(`
    const key = Symbol.for('undici.globalDispatcher.1');
    const hosts = { dispatch: () => { throw new Error('by the host'); } };
    globalThis[key] = hosts;
    const { loadConnections } = await import(${JSON.stringify(load)});
    await loadConnections();
    console.log(globalThis[key] === hosts, await fetch('http://127.0.0.1:65001').catch(error => error.cause?.message ?? error.message));
  `);
  expect(printed).toBe('true by the host');
});

it('leaves a fetch that was never used as it is', async () => {
  const printed = await printedBy(`
    const { loadConnections } = await import(${JSON.stringify(load)});
    await loadConnections();
    const { createServer } = await import('node:http');
    const server = createServer((_, response) => response.end('answered')).listen(0, '127.0.0.1', async () => {
      console.log(await (await fetch('http://127.0.0.1:' + server.address().port)).text());
      process.exit(0);
    });
  `);
  expect(printed).toBe('answered');
});
