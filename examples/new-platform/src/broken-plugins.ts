import { randomUUID } from 'node:crypto';
import { type AdapterDecorator, endpoint, ItsmError, type ItsmPlugin, secret } from '@itsm-bridge/core';
import { dryRun } from '@itsm-bridge/plugin-dryrun';
import { z } from 'zod';
import { opsdesk } from './opsdesk.ts';
import { spoiled } from './spoiled.ts';

/** A plugin with one mistake that people make, and the test that is to find it. */
export interface BrokenPlugin {
  readonly mistake: string;
  readonly plugin: ItsmPlugin;
  readonly dryRun?: AdapterDecorator;
  readonly test: string;
  readonly teaches: RegExp;
}

const members = { endpoint: endpoint(), user: z.string(), password: secret() };

export const brokenPlugins: readonly BrokenPlugin[] = [
  {
    mistake: 'prepare writes into the draft',
    plugin: spoiled(({ prepare }) => ({
      prepare(draft) {
        Object.assign(draft.fields, { urgent: true });
        return prepare(draft);
      },
    })),
    test: 'prepare > leaves the draft as it is',
    teaches: /make a new object/i,
  },
  {
    mistake: 'prepare makes an id of its own each time',
    plugin: spoiled(({ prepare }) => ({ prepare: draft => ({ ...Object(prepare(draft)), request: randomUUID() }) })),
    test: 'prepare > is pure: the same draft gives the same payload',
    teaches: /two payloads/,
  },
  {
    mistake: 'prepare puts the time of day into the payload',
    plugin: spoiled(({ prepare }) => ({
      prepare: draft => ({ ...Object(prepare(draft)), day: new Date().getFullYear() }),
    })),
    test: 'prepare > is pure: the same draft gives the same payload',
    teaches: /new Date\(\)/,
  },
  {
    mistake: 'the payload has a date',
    plugin: spoiled(({ prepare }) => ({ prepare: draft => ({ ...Object(prepare(draft)), due: new Date(0) }) })),
    test: 'prepare > makes plain JSON of it',
    teaches: /write times as text/,
  },
  {
    mistake: 'the key is left out',
    plugin: spoiled(({ prepare }) => ({ prepare: draft => ({ ...Object(prepare(draft)), reference: 'rca' }) })),
    test: 'prepare > puts the key into the payload',
    teaches: /draft\.key/,
  },
  {
    mistake: 'the title is not cut',
    plugin: spoiled(({ prepare }) => ({ prepare: draft => ({ ...Object(prepare(draft)), title: draft.title }) })),
    test: 'prepare > cuts what is too long, last and between characters',
    teaches: /limits in prepare/,
  },
  {
    mistake: 'the title is cut by slice',
    plugin: spoiled(({ prepare }) => ({
      prepare: draft => ({ ...Object(prepare(draft)), title: draft.title.slice(0, 79) }),
    })),
    test: 'prepare > cuts what is too long, last and between characters',
    teaches: /half a character/,
  },
  {
    mistake: 'describe shows the password',
    plugin: spoiled(({ describe }) => ({
      describe: payload => ({ ...describe(payload), headers: { 'x-password': 'correct horse' } }),
    })),
    test: 'prepare > is what describe shows, with no secret in it',
    teaches: /masked/,
  },
  {
    mistake: 'describe shows a header that is not sent',
    plugin: spoiled(({ describe }) => ({
      describe: payload => ({ ...describe(payload), headers: { 'X-Source': 'rca' } }),
    })),
    test: 'create > sends the request that describe shows, once',
    teaches: /X-Source/,
  },
  {
    mistake: 'create sends more than the payload',
    plugin: spoiled(({ create }) => ({
      create: (payload, call) => create({ ...Object(payload), source: 'rca' }, call),
    })),
    test: 'create > sends the request that describe shows, once',
    teaches: /another body/,
  },
  {
    mistake: 'create tries again by itself',
    plugin: spoiled(({ create }) => ({
      create: (payload, call) => create(payload, call).catch(() => create(payload, call)),
    })),
    test: 'create > takes 502, the ticket made for outcome-unknown',
    teaches: /for a success|sent again by itself/,
  },
  {
    mistake: 'a page with status 200 is a success',
    plugin: spoiled(({ create }) => ({
      create: (payload, call) =>
        create(payload, call).catch((error: unknown) => {
          if (!ItsmError.is(error) || error.status !== 201) throw error;
          return {
            kind: 'created',
            ticket: { id: '?', key: '?', url: 'https://desk.example', names: {} },
            warnings: [],
          };
        }),
    })),
    test: 'create > takes 201 with JSON that names no ticket for outcome-unknown',
    teaches: /for a success/,
  },
  {
    mistake: 'failures are wrapped in an error of its own',
    plugin: spoiled(({ create }) => ({
      create: (payload, call) =>
        create(payload, call).catch((cause: Error) => {
          throw new Error(`Opsdesk failed: ${cause.message}`);
        }),
    })),
    test: 'create > takes 400 for rejected or config or auth',
    teaches: /no ItsmError/,
  },
  {
    mistake: 'every failure is said to be temporary',
    plugin: spoiled(({ create }) => ({
      create: (payload, call) =>
        create(payload, call).catch((cause: Error) => {
          throw new ItsmError('unavailable', cause.message);
        }),
    })),
    test: 'create > takes a reset for outcome-unknown',
    teaches: /may have made the ticket/,
  },
  {
    mistake: 'the wait that the platform asks for is lost',
    plugin: spoiled(({ create }) => ({
      create: (payload, call) =>
        create(payload, call).catch((cause: ItsmError) => {
          throw new ItsmError(cause.kind, cause.message);
        }),
    })),
    test: 'create > takes 429 with Retry-After in seconds for rate-limited or unavailable',
    teaches: /retryAfterMs/,
  },
  {
    mistake: 'the signal is not handed on',
    plugin: spoiled(({ create }) => ({
      create: (payload, call) => create(payload, { ...call, signal: new AbortController().signal }),
    })),
    test: 'create > sends nothing where the signal has fired before',
    teaches: /call\.signal/,
  },
  {
    mistake: 'an error shows what was sent to sign in',
    plugin: spoiled(({ create }) => ({
      create: (payload, call) =>
        create(payload, call).catch((cause: ItsmError) => {
          const headers = { authorization: `Basic ${btoa('rca:correct horse')}` };
          throw Object.assign(cause, { headers });
        }),
    })),
    test: 'create > shows no secret in any failure',
    teaches: /the Authorization header/,
  },
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
  {
    mistake: 'the settings take anything',
    plugin: { ...opsdesk, settings: z.looseObject({ endpoint: z.string(), user: z.string(), password: z.unknown() }) },
    test: 'the plugin > refuses a member that it does not know, by name',
    teaches: /z\.strictObject/,
  },
  {
    mistake: 'a part of the settings takes anything',
    plugin: { ...opsdesk, settings: z.strictObject({ ...members, queue: z.object({ name: z.string() }).optional() }) },
    test: 'the plugin > has settings that an editor can be told about',
    teaches: /any member in "queue"/,
  },
  {
    mistake: 'the dry run looks for the ticket',
    plugin: opsdesk,
    dryRun: { ...dryRun, wrap: inner => ({ ...dryRun.wrap(inner), find: call => inner.find(call) }) },
    test: 'as a dry run > every other member > answers without a request',
    teaches: /A dry run sent GET/,
  },
  {
    mistake: 'the password is a string',
    plugin: { ...opsdesk, settings: z.strictObject({ endpoint: z.string(), user: z.string(), password: z.string() }) },
    test: 'the plugin > holds secrets as handles: nothing that it shows has one',
    teaches: /secret\(\)/,
  },
];
