import { ItsmError } from '@itsm-bridge/core';
import type { BrokenPlugin } from './broken-plugin.ts';
import { spoiled } from './spoiled.ts';

/** Mistakes in the one write that creates. */
export const brokenCreates: readonly BrokenPlugin[] = [
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
];
