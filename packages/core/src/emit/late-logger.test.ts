import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { z } from 'zod';
import * as core from '../index.ts';

const desk = core.definePlugin({
  name: 'desk',
  settings: z.strictObject({}),
  fieldRules: {},
  template: { file: 'desk.md', format: 'markdown', text: '{{ job.title }}' },
  settleWindowMs: 0,
  connect: () => ({
    writes: true,
    prepare: ({ title }) => ({ title }),
    describe: (payload: object) => core.describeJson('POST', 'https://desk.example.com', payload, { masked: {} }),
    create: async () => ({ kind: 'created', ticket: { id: '1', key: 'D-1', url: '', names: {} }, warnings: [] }),
    find: async () => ({ kind: 'absent', conclusive: true }),
    update: async ticket => ({ ticket, warnings: [] }),
    async *check() {},
  }),
});

it('makes the logger that is given as a function when there is a first line, and once', async () => {
  const stream = new PassThrough();
  let made = 0;
  const logger = () => {
    made++;
    return core.createLogger({ stream, readable: false });
  };
  const itsm = await core.createItsm({ config: { value: { desk: {} } }, plugins: [desk], env: {}, logger });
  const analysis = { job: { id: 'j1', title: 'Disk full', severity: 'high' }, analysis: {} };
  await itsm.preview(analysis);
  expect(made).toBe(0);
  await itsm.createTickets(analysis);
  await itsm.createTickets({ ...analysis, job: { ...analysis.job, id: 'j2' } });
  await itsm.close();
  expect(made).toBe(1);
  expect(String(stream.read()).match(/"job_id":"j[12]"/g)).toEqual(['"job_id":"j1"', '"job_id":"j2"']);
});
