import { ItsmError, type ItsmPlugin } from '@itsm-bridge/core';
import type { BrokenPlugin } from './broken-plugin.ts';
import { locating } from './locating.ts';
import { spoiled } from './spoiled.ts';

interface Row {
  readonly id: string;
  readonly reference: string;
}

/** A look-up that has read one page, and is certain. */
const readingOnePage = (filtered: boolean): ItsmPlugin =>
  spoiled((_, { http, url }) => ({
    async find({ key, signal }) {
      const { data } = await http.get('/tickets', { params: filtered ? { reference: key } : {}, signal });
      if (!Array.isArray(data)) throw new ItsmError('unavailable', 'Opsdesk answered the look-up without a list.');
      const [oldest, ...twins] = (data as readonly Row[])
        .filter(({ reference }) => reference === key)
        .map(({ id }) => ({ id, key: id, url: `${url}/tickets/${id}`, names: {} }));
      return oldest ? { kind: 'found', ticket: oldest, twins } : { kind: 'absent', conclusive: true };
    },
  }));

/** Mistakes after which core would send a second ticket, or lose sight of one. */
export const brokenLookUps: readonly BrokenPlugin[] = [
  {
    mistake: 'a look-up that shows no list is an empty one',
    plugin: spoiled(({ find }, { http }) => ({
      async find(call) {
        const { data } = await http.get('/tickets', { params: { reference: call.key }, signal: call.signal });
        return Array.isArray(data) ? find(call) : { kind: 'absent', conclusive: true };
      },
    })),
    test: 'find > does not take JSON of another shape for an absence',
    teaches: /no list of tickets/,
  },
  {
    mistake: 'a look-up that is answered 404 is an absence',
    plugin: spoiled(({ find }) => ({
      find: call =>
        find(call).catch((error: unknown) => {
          if (ItsmError.is(error) && error.status === 404) return { kind: 'absent', conclusive: true };
          throw error;
        }),
    })),
    test: 'find > does not take 404 for an absence',
    teaches: /second ticket/,
  },
  {
    mistake: 'a page with status 200 is an absence',
    plugin: spoiled(({ find }) => ({
      find: call =>
        find(call).catch((error: unknown) => {
          if (ItsmError.is(error) && error.status === 200) return { kind: 'absent', conclusive: true };
          throw error;
        }),
    })),
    test: 'find > does not take a page with status 200 for an absence',
    teaches: /second ticket/,
  },
  {
    mistake: 'the first page of all tickets is all of them',
    plugin: readingOnePage(false),
    test: 'find > does not take the end of a page for the end of the list',
    teaches: /among 120 others.*read to the last page/,
  },
  {
    mistake: 'the first page is all of them where the platform ignores the filter',
    plugin: readingOnePage(true),
    test: 'find > does not take the end of a page for the end of the list',
    teaches: /ignores "reference".*read to the last page/,
  },
  {
    mistake: 'twins are kept quiet',
    plugin: spoiled(({ find }) => ({
      async find(call) {
        const seen = await find(call);
        return seen.kind === 'found' ? { ...seen, twins: [] } : seen;
      },
    })),
    test: 'find > finds the oldest of tickets with one key, and names the others',
    teaches: /as `twins`/,
  },
  {
    mistake: 'the newest of twins is the ticket',
    plugin: spoiled((_, { http, url }) => ({
      async find({ key, signal }) {
        const { data } = await http.get('/tickets', { params: { reference: key }, signal });
        if (!Array.isArray(data)) throw new ItsmError('unavailable', 'Opsdesk answered the look-up without a list.');
        const [newest, ...twins] = (data as readonly Row[])
          .filter(({ reference }) => reference === key)
          .map(({ id }) => ({ id, key: id, url: `${url}/tickets/${id}`, names: {} }))
          .toReversed();
        return newest ? { kind: 'found', ticket: newest, twins } : { kind: 'absent', conclusive: true };
      },
    })),
    test: 'find > finds the oldest of tickets with one key, and names the others',
    teaches: /give the oldest/,
  },
  {
    mistake: 'a ticket that was deleted is an error',
    plugin: spoiled(({ read }, { http }) => ({
      async read(ref, call) {
        await http.get(`/tickets/${ref.id}`, { signal: call.signal });
        return (await read?.(ref, call)) ?? { kind: 'gone' };
      },
    })),
    test: 'read > says that a ticket is gone where the platform has it no more',
    teaches: /gets a new ticket instead of none/,
  },
  {
    mistake: 'a ticket that could not be read is gone',
    plugin: spoiled(({ read }) => ({
      read: async (ref, call) => (await read?.(ref, call).catch(() => undefined)) ?? { kind: 'gone' },
    })),
    test: 'read > does not call a ticket gone that it could not read',
    teaches: /Let the error through/,
  },
  {
    mistake: 'a look-up by name takes whatever its search answers with',
    plugin: locating(false),
    test: 'locate > takes no other ticket that the platform answers with',
    teaches: /compare its name/,
  },
];
