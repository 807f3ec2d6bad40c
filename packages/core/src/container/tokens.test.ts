import { ContainerModule } from 'inversify';
import { expect, it } from 'vitest';
import { z } from 'zod';
import * as core from '../index.ts';

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
