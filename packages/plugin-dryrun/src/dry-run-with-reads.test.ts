import type { ItsmAdapter } from '@itsm-bridge/core';
import { callOf, checksOf } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { draft } from './__tests__/draft.ts';
import { recordingAdapter } from './__tests__/recording-adapter.ts';
import { dryRun } from './dry-run.ts';
import { dryRunWithReads } from './dry-run-with-reads.ts';

const ticket = { id: '1', key: 'T-1', url: '', names: {} };

it('asks the wrapped one, and sends nothing', async () => {
  const { adapter, calls } = recordingAdapter();
  const wrapped = dryRunWithReads.wrap(adapter);
  await checksOf(wrapped);
  await wrapped.resolve?.(draft, callOf('itsm-1'));
  await wrapped.misfits?.(draft, callOf('itsm-1'));
  await wrapped.fields?.(callOf('itsm-1'));
  await wrapped.create({ title: 'x' }, callOf('itsm-1'));
  await wrapped.update(ticket, { id: '1', kind: 'fields', fields: {} }, callOf('itsm-1'));
  expect(calls).toEqual(['check', 'resolve', 'misfits', 'fields']);
  expect(wrapped.writes).toBe(false);
});

it('needs the secrets that a dry run does without', () => {
  expect([dryRun.needsSecrets, dryRunWithReads.needsSecrets]).toEqual([false, true]);
});

it('has no question that the wrapped one cannot answer', () => {
  const { writes, prepare, describe, create, find, update, check } = recordingAdapter().adapter;
  const least: ItsmAdapter = { writes, prepare, describe, create, find, update, check };
  expect(dryRunWithReads.wrap(least)).not.toHaveProperty('resolve');
  expect(dryRunWithReads.wrap(least)).not.toHaveProperty('misfits');
  expect(dryRunWithReads.wrap(least)).not.toHaveProperty('fields');
});
