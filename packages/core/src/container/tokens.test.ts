import { ContainerModule } from 'inversify';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { fakeClock } from '../__tests__/fake-clock.ts';
import * as core from '../index.ts';
import { deliveryKey } from '../record/delivery-key.ts';

const desk = core.definePlugin({
  name: 'desk',
  settings: z.strictObject({ endpoint: core.endpoint() }),
  fieldRules: { urgency: '{job.severity}' },
  template: { file: 'desk.md', format: 'markdown', text: '{{ analysis.root_cause }}' },
  settleWindowMs: 0,
  connect: ({ endpoint }) => ({
    writes: true,
    prepare: ({ title, fields }) => ({ ...fields, title }),
    describe: (payload: object) => core.describeJson('POST', endpoint, payload, { masked: {} }),
    create: () => Promise.reject(new Error('not in this test')),
    find: async () => ({ kind: 'absent', conclusive: true }),
    update: async ticket => ({ ticket, warnings: [] }),
    async *check() {},
  }),
});

it('publishes what a team may rebind, and none of the wiring between the stages', () => {
  expect(new Set(Object.keys(core.tokens))).toEqual(
    new Set(['plugin', 'decorators', 'renderer', 'mapper', 'ledger', 'sink', 'secretProvider', 'clock', 'random']),
  );
});

it('lets a team wrap the default renderer and the default mapper', async () => {
  const renderer = core.createRenderer();
  const mapper = core.createFieldMapper({ compileText: core.compileText });
  const titled: core.TemplateRenderer = {
    ...renderer,
    compile: source => {
      const template = renderer.compile(source);
      return {
        render: analysis => {
          const rendering = template.render(analysis);
          return { ...rendering, title: `[RCA] ${rendering.title}` };
        },
      };
    },
  };
  const tagged: core.FieldMapper = {
    compile: rules => {
      const mapping = mapper.compile(rules);
      return {
        map: analysis => {
          const { fields, warnings } = mapping.map(analysis);
          return { fields: { ...fields, tag: 'rca' }, warnings };
        },
      };
    },
  };
  const module = new ContainerModule(({ rebind }) => {
    rebind(core.tokens.renderer).toConstantValue(titled);
    rebind(core.tokens.mapper).toConstantValue(tagged);
  });
  const config = { value: { desk: { endpoint: 'https://desk.example.com' } } };
  const itsm = await core.createItsm({ config, plugins: [desk], env: {}, modules: [module] });
  const job = { id: 'j1', title: 'Disk full', severity: 'high' };
  const previews = await itsm.preview({ job, analysis: { root_cause: 'No rotation.' } });
  await itsm.close();
  const body = JSON.parse(previews[0]?.request.body ?? '');
  expect(body).toEqual({ urgency: 'high', tag: 'rca', title: '[RCA] Disk full' });
});

it('lets a team make a sink of the ledger, whoever gives that', async () => {
  const seen: core.Ledger[] = [];
  const counting = (ledger: core.Ledger): core.EventSink => {
    seen.push(ledger);
    return { emit: () => {} };
  };
  const module = new ContainerModule(({ bind }) => {
    bind(core.tokens.sink).toResolvedValue(counting, [core.tokens.ledger]);
    bind(core.tokens.sink).toResolvedValue(counting, [core.tokens.ledger]);
  });
  const config = { value: { desk: { endpoint: 'https://desk.example.com' } } };
  const job = { id: 'j1', title: 'Disk full', severity: 'high' };
  for (const ledger of [undefined, core.createMemoryLedger({ clock: fakeClock() })]) {
    const given = { config, plugins: [desk], env: {}, modules: [module], ...(ledger && { ledger }) };
    const itsm = await core.createItsm(given);
    await itsm.enqueue({ job, analysis: {} });
    const [first, second] = seen.splice(0);
    expect((await first?.deliveries({ jobId: 'j1' }))?.length).toBe(1);
    expect(second).toBe(first);
    await itsm.close();
  }
});

it('reads the doubts of a ledger that a module binds through the gap between its clock and ours', async () => {
  const theirs = fakeClock();
  const ours: core.Clock = { ...theirs, now: () => new Date(theirs.now().getTime() + 150_000) };
  const ledger = core.createMemoryLedger({ clock: theirs });
  const doubts: (core.Doubt | undefined)[] = [];
  const found: core.Lookup = { kind: 'found', ticket: { id: '1', key: 'D-1', url: '', names: {} }, twins: [] };
  const looking = core.definePlugin({
    ...desk,
    connect: (settings, deps) => ({
      ...desk.connect(settings, deps),
      async find({ doubt }) {
        doubts.push(doubt);
        return found;
      },
    }),
  });
  const module = new ContainerModule(({ rebind }) => {
    rebind(core.tokens.ledger).toConstantValue(ledger);
    rebind(core.tokens.clock).toConstantValue(ours);
  });
  const config = { value: { $settings: { environment: 'TEST' }, desk: { endpoint: 'https://desk.example.com' } } };
  const itsm = await core.createItsm({ config, plugins: [looking], env: {}, modules: [module] });
  const lane = { integration: 'desk', environment: 'TEST' };
  const identity = { ...lane, key: deliveryKey({ ...lane, jobId: 'j1' }), jobId: 'j1', platform: 'desk' };
  await ledger.claim({ ...identity, severity: 'high', leaseMs: 60_000, askedBy: 'request' });
  const claimedAt = ours.now();
  theirs.advance(60_001);
  await itsm.createTickets({ job: { id: 'j1', title: 'Disk full', severity: 'high' }, analysis: {} });
  await itsm.close();
  const until = new Date(claimedAt.getTime() + 60_000);
  expect(doubts).toEqual([{ from: claimedAt, until, answered: false }]);
});
