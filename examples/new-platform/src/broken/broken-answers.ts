import type { BrokenPlugin } from './broken-plugin.ts';
import { spoiled } from './spoiled.ts';

/** Mistakes in look-ups, changes and the check. */
export const brokenAnswers: readonly BrokenPlugin[] = [
  {
    mistake: 'find believes the platform’s filter',
    plugin: spoiled((_, { http, url }) => ({
      async find({ key, signal }) {
        const { data } = await http.get('/tickets', { params: { reference: key }, signal });
        const [first] = data as readonly { readonly id: string }[];
        const ticket = first && { id: first.id, key: first.id, url: `${url}/tickets/${first.id}`, names: {} };
        return ticket ? { kind: 'found', ticket, twins: [] } : { kind: 'absent', conclusive: true };
      },
    })),
    test: 'find > takes no ticket of a stranger, whatever the platform answers',
    teaches: /Compare the key/,
  },
  {
    mistake: 'a look-up that failed is an absence',
    plugin: spoiled(({ find }) => ({
      find: call => find(call).catch(() => ({ kind: 'absent', conclusive: true })),
    })),
    test: 'find > does not call a look-up that failed an absence',
    teaches: /Let the error through/,
  },
  {
    mistake: 'find is certain of what it has not looked for',
    plugin: spoiled(() => ({ find: async () => ({ kind: 'absent', conclusive: true }) })),
    test: 'find > finds the ticket that carries the key, or says that it cannot be certain',
    teaches: /conclusive: false/,
  },
  {
    mistake: 'notes are known by nothing',
    plugin: spoiled(() => ({ findChange: async () => 'absent' })),
    test: 'update > makes the change "note"',
    teaches: /second time/,
  },
  {
    mistake: 'changes that it cannot make are done, it says',
    plugin: spoiled(({ update }) => ({
      update: (ref, change, call) => update(ref, change, call).catch(() => ({ ticket: ref, warnings: [] })),
    })),
    test: 'update > refuses the change "attach", which the platform does not have',
    teaches: /kind "config"/,
  },
  {
    mistake: 'the check makes a test ticket',
    plugin: spoiled(({ check }, { http }) => ({
      async *check(call) {
        await http.post('/tickets', { title: 'test' }, { signal: call.signal }).catch(() => undefined);
        yield* check(call);
      },
    })),
    test: 'check > writes nothing',
    teaches: /in production/,
  },
  {
    mistake: 'the check throws instead of saying what to do',
    plugin: spoiled((_, { http }) => ({
      async *check({ signal }) {
        await http.get('/tickets', { signal });
        yield { step: 'sign in', ok: true, detail: 'fine' };
      },
    })),
    test: 'check > says what to do where the platform does not answer',
    teaches: /askQuestions/,
  },
];
