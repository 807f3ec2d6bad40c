import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { z } from 'zod';

import { scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import * as core from '../index.ts';
import { systemClock } from '../send/system-clock.ts';

const desk = core.definePlugin({
  name: 'desk',
  settings: z.strictObject({}),
  fieldRules: {},
  template: { file: 'desk.md', format: 'markdown', text: '{{ job.title }}' },
  settleWindowMs: 0,
  connect: () => scriptedAdapter({}),
});

it('a worker whose host asks for nothing says in the log what it goes on after', async () => {
  const memory = core.createMemoryLedger({ clock: systemClock });
  const sweep = async () => {
    throw new core.ItsmError('ledger', 'The connection was lost.');
  };
  const stream = new PassThrough();
  const itsm = await core.createItsm({
    config: { value: { desk: {} } },
    plugins: [desk],
    env: {},
    ledger: { ...memory, queue: { ...memory.queue, sweep } },
    logger: core.createLogger({ stream, readable: false }),
  });
  const stop = new AbortController();
  const working = itsm.work({ signal: stop.signal });
  await once(stream, 'readable');
  stop.abort();
  await working;
  await itsm.close();
  expect(JSON.parse(String(stream.read()).split('\n')[0] ?? '')).toMatchObject({
    level: 'WARN',
    integration: 'desk',
    error: { kind: 'ledger', message: 'The connection was lost.' },
  });
});
