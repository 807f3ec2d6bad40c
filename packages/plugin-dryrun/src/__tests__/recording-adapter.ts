import type { ItsmAdapter } from '@itsm-bridge/core';

/** An adapter that writes down every call that reaches it. */
export function recordingAdapter(): { readonly adapter: Required<ItsmAdapter>; readonly calls: readonly string[] } {
  const calls: string[] = [];
  const ticket = { id: '1', key: 'T-1', url: '', names: {} };
  const adapter: Required<ItsmAdapter> = {
    writes: true,
    unresolved: () => noted('unresolved', ['assignment_group']),
    resolve: async draft => noted('resolve', draft),
    prepare: ({ title }) => noted('prepare', { title }),
    describe: payload => noted('describe', { method: 'POST', url: 'x', headers: {}, body: JSON.stringify(payload) }),
    create: async () => noted('create', { kind: 'created', ticket, warnings: [] }),
    find: async () => noted('find', { kind: 'found', ticket, twins: [] }),
    followUps: () => noted('followUps', []),
    update: async () => noted('update', { ticket, warnings: [] }),
    findChange: async () => noted('findChange', 'absent'),
    read: async () => noted('read', { kind: 'open' }),
    locate: async () => noted('locate', ticket),
    misfits: async () => noted('misfits', []),
    fields: async () => noted('fields', []),
    check: async function* () {
      yield noted('check', { step: 'x', ok: true, detail: '' });
    },
    close: async () => noted('close', undefined),
  };
  const noted = <Result>(name: string, result: Result): Result => {
    calls.push(name);
    return result;
  };
  return { adapter, calls };
}
