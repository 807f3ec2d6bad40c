import { ItsmError } from '@itsm-bridge/core';
import type { BrokenPlugin } from './broken-plugin.ts';
import { spoiled } from './spoiled.ts';

const judgedAs = (judge: (cause: ItsmError) => ItsmError) =>
  spoiled(({ update }) => ({
    update: (ref, change, call) =>
      update(ref, change, call).catch((cause: ItsmError) => {
        throw judge(cause);
      }),
  }));

/** Mistakes after which a note stands there twice, or is tried for ever, or never. */
export const brokenChanges: readonly BrokenPlugin[] = [
  {
    mistake: 'a change to a ticket that is gone may work tomorrow',
    plugin: judgedAs(cause => (cause.status === 404 ? new ItsmError('unavailable', cause.message) : cause)),
    test: 'update > takes 404, the ticket gone for rejected or config or auth',
    teaches: /gone tomorrow as well/,
  },
  {
    mistake: 'a change whose answer is lost was refused',
    plugin: judgedAs(cause => (cause.kind === 'outcome-unknown' ? new ItsmError('rejected', cause.message) : cause)),
    test: 'update > takes a reset, the change made for outcome-unknown',
    teaches: /may have made the change/,
  },
  {
    mistake: 'a change whose sign-in is refused was refused itself',
    plugin: judgedAs(cause => (cause.kind === 'auth' ? new ItsmError('rejected', cause.message) : cause)),
    test: 'update > takes 401 for auth',
    teaches: /refused for every ticket/,
  },
  {
    mistake: 'a change forgets how long the platform asked to wait',
    plugin: judgedAs(
      cause => new ItsmError(cause.kind, cause.message, { ...(cause.status && { status: cause.status }) }),
    ),
    test: 'update > takes 429 for rate-limited or unavailable',
    teaches: /retryAfterMs/,
  },
  {
    mistake: 'a change is sent again by itself',
    plugin: spoiled(({ update }) => ({
      update: (ref, change, call) =>
        update(ref, change, call).catch(async (cause: unknown) => {
          await update(ref, change, call).catch(() => undefined);
          throw cause;
        }),
    })),
    test: 'update > takes 502, the change made for outcome-unknown',
    teaches: /sent again by update itself/,
  },
  {
    mistake: 'a failed change is swallowed',
    plugin: spoiled(({ update }) => ({
      update: (ref, change, call) =>
        update(ref, change, call).catch((cause: ItsmError) => {
          if (cause.kind === 'outcome-unknown') return { ticket: ref, warnings: [] };
          throw cause;
        }),
    })),
    test: 'update > takes 502, the change made for outcome-unknown',
    teaches: /taken for made/,
  },
];
