import { ItsmError, type ItsmPlugin } from '@itsm-bridge/core';
import type { BrokenPlugin } from './broken-plugin.ts';
import { type Spoil, spoiled } from './spoiled.ts';

const password = 'correct horse';
const telling = <Result>(work: Promise<Result>): Promise<Result> =>
  work.catch((cause: ItsmError) => {
    throw new ItsmError(cause.kind, `${cause.message} We signed in as rca with ${password}.`);
  });
const leaks = (test: string, spoil: Spoil): BrokenPlugin => ({
  ...{
    mistake: `${test} tells the password`,
    plugin: spoiled(spoil),
    test: `${test} > shows no secret in any failure`,
  },
  teaches: /shows the value of OPSDESK_PASSWORD/,
});
const deaf = new AbortController().signal;
const unheard = (name: string, spoil: Spoil): BrokenPlugin => ({
  ...{ mistake: `${name} does not hand its signal on`, plugin: spoiled(spoil) },
  test: 'the signal > lets nothing be sent once it has fired',
  teaches: new RegExp(`^${name} sent .* had fired before`),
});
const keyCut: ItsmPlugin = spoiled(({ prepare }) => ({
  prepare(draft) {
    const { reference, text, ...payload } = Object(prepare(draft));
    return { ...payload, text, reference: text.length > 9_000 ? '' : reference };
  },
}));

/** Mistakes that nobody sees in a demonstration: secrets in logs, workers that do not stop, checks that write. */
export const brokenManners: readonly BrokenPlugin[] = [
  leaks('find', ({ find }) => ({ find: call => telling(find(call)) })),
  leaks('update', ({ update }) => ({ update: (...asked) => telling(update(...asked)) })),
  leaks('findChange', ({ findChange }) => ({
    findChange: async (...asked) => await telling(findChange?.(...asked) ?? Promise.resolve('unsure' as const)),
  })),
  leaks('read', ({ read }) => ({
    read: async (...asked) => await telling(read?.(...asked) ?? Promise.resolve({ kind: 'gone' as const })),
  })),
  {
    mistake: 'check tells the password',
    plugin: spoiled(({ check }) => ({
      async *check(call) {
        for await (const step of check(call)) yield step.ok ? step : { ...step, hint: `Is ${password} right?` };
      },
    })),
    test: 'check > shows no secret in any step that failed',
    teaches: /errors and steps are logged/,
  },
  unheard('find', ({ find }) => ({ find: call => find({ ...call, signal: deaf }) })),
  unheard('update', ({ update }) => ({
    update: (ref, change, call) => update(ref, change, { ...call, signal: deaf }),
  })),
  unheard('check', ({ check }) => ({ check: call => check({ ...call, signal: deaf }) })),
  {
    mistake: 'the check leaves a note to see whether it may',
    plugin: spoiled(({ check }, { http }) => ({
      async *check(call) {
        await http.post('/tickets/OD-1/notes', { id: 'test' }, { signal: call.signal }).catch(() => undefined);
        yield* check(call);
      },
    })),
    test: 'check > writes nothing',
    teaches: /POST \/tickets\/OD-1\/notes/,
  },
  {
    mistake: 'the key is what a long report is cut by',
    plugin: keyCut,
    test: 'the limits of the platform > are kept by every report, and its ticket carries the key all the same',
    teaches: /cut the report, never the key/,
  },
];
