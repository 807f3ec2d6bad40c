import { Gauge, Registry } from 'prom-client';
import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { definePlugin } from '../define-plugin.ts';
import { createItsm } from './create-itsm.ts';

const desk = definePlugin({
  name: 'desk',
  settings: z.strictObject({}),
  fieldRules: {},
  template: { file: 'desk.md', format: 'markdown', text: '{{ analysis.root_cause }}' },
  settleWindowMs: 0,
  connect: () => scriptedAdapter({}),
});

it('opens no ledger where the registry of the host has something else by the name of a metric of ours', async () => {
  const registry = new Registry();
  new Gauge({ name: 'itsm_ticket_creation_total', help: 'Of the host', registers: [registry] });
  const ledger = vi.fn();
  const given = createItsm({ config: { value: { desk: {} } }, plugins: [desk], env: {}, registry, ledger });
  await expect(given).rejects.toThrow('itsm_ticket_creation_total has already been registered');
  expect(ledger).not.toHaveBeenCalled();
});
