import type { ItsmAdapter } from '@itsm-bridge/core';
import { callOf, checksOf } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { draft } from './__tests__/draft.ts';
import { recordingAdapter } from './__tests__/recording-adapter.ts';
import { dryRun } from './dry-run.ts';

/**
 * What the decorator does with each member of the contract. A member that is new in the contract is missing here, so that
 * this file does not compile until somebody has decided about it.
 */
const decided: { readonly [Member in keyof Required<ItsmAdapter>]: 'its own' | 'passed on' | 'left out' } = {
  writes: 'its own',
  resolve: 'left out',
  unresolved: 'passed on',
  prepare: 'passed on',
  describe: 'passed on',
  create: 'its own',
  find: 'its own',
  followUps: 'passed on',
  update: 'its own',
  findChange: 'left out',
  read: 'left out',
  locate: 'left out',
  check: 'its own',
  misfits: 'left out',
  fields: 'left out',
  close: 'passed on',
};
const membersThatAre = (...how: readonly string[]) =>
  Object.entries(decided).flatMap(([member, decision]) => (how.includes(decision) ? [member] : []));

const ticket = { id: '1', key: 'T-1', url: '', names: {} };

describe('a decorated adapter', () => {
  it('has the members that were decided about, and none by accident', () => {
    const { adapter } = recordingAdapter();
    expect(Object.keys(dryRun.wrap(adapter)).sort()).toEqual(membersThatAre('its own', 'passed on').sort());
  });

  it('has no member of the wrapped one, not even one that the contract does not know', () => {
    const { adapter } = recordingAdapter();
    const later = { ...adapter, sendLater: async () => undefined };
    const wrapped: object = dryRun.wrap(later);
    const inner: object = later;
    for (const [member, value] of Object.entries(wrapped)) expect(value).not.toBe(Reflect.get(inner, member));
    expect(wrapped).not.toHaveProperty('sendLater');
  });

  it('reaches the wrapped one only for what is pure', async () => {
    const { adapter, calls } = recordingAdapter();
    const wrapped = dryRun.wrap(adapter);
    expect(wrapped.unresolved?.(draft)).toEqual(['assignment_group']);
    expect(wrapped.followUps?.(draft)).toEqual([]);
    const payload = wrapped.prepare(draft);
    expect(wrapped.describe(payload).body).toBe('{"title":"Disk full"}');
    await wrapped.create(payload, callOf('itsm-1'));
    await wrapped.find(callOf('itsm-1'));
    await wrapped.update(ticket, { id: '1', kind: 'fields', fields: {} }, callOf('itsm-1'));
    await checksOf(wrapped);
    await wrapped.close?.();
    expect([...calls].sort()).toEqual(membersThatAre('passed on').sort());
  });

  it('has no way to ask the platform: neither for names, nor for the state of a ticket, nor for an earlier change', () => {
    const wrapped = dryRun.wrap(recordingAdapter().adapter);
    const { resolve, read, findChange, fields, locate } = wrapped;
    expect([resolve, read, findChange, fields, locate]).toEqual(Array.from({ length: 5 }));
  });

  it('answers a create with the payload, and says of itself that it never writes', async () => {
    const wrapped = dryRun.wrap(recordingAdapter().adapter);
    expect(wrapped.writes).toBe(false);
    const created = await wrapped.create({ title: 'x' }, callOf('itsm-1'));
    expect(created).toEqual({ kind: 'dry-run', payload: { title: 'x' }, warnings: [] });
    expect(await wrapped.find(callOf('itsm-1'))).toEqual({ kind: 'absent', conclusive: true });
  });

  it('says in a check that nothing was asked', async () => {
    expect(await checksOf(dryRun.wrap(recordingAdapter().adapter))).toEqual([
      { step: 'dry run', ok: true, detail: 'Nothing is sent, so nothing is asked of the platform.' },
    ]);
  });

  it('takes an adapter without the optional members', async () => {
    const { writes, prepare, describe: shown, create, find, update, check } = recordingAdapter().adapter;
    const least: ItsmAdapter = { writes, prepare, describe: shown, create, find, update, check };
    const wrapped = dryRun.wrap(least);
    expect(wrapped.unresolved?.(draft)).toEqual([]);
    expect(wrapped.followUps?.(draft)).toEqual([]);
    await expect(wrapped.close?.()).resolves.toBeUndefined();
  });
});
