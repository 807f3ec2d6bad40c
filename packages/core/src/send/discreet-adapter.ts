import type { CheckStep, ItsmAdapter, Warning } from '../contracts.ts';
import { discreetError, type TakeOut } from './discreet-error.ts';

/**
 * An adapter that shows no secret: what a plugin made of an answer (an error of its own, a warning, a step of a check) may
 * quote what the platform quoted. `createHttp` clears its own errors alone.
 */
export function discreetAdapter<Payload>(adapter: ItsmAdapter<Payload>, takeOut: TakeOut): ItsmAdapter<Payload> {
  const clear = async <Result>(ask: () => Promise<Result>): Promise<Result> => {
    try {
      return await ask();
    } catch (error) {
      throw await discreetError(error, takeOut);
    }
  };
  /** What tells of warnings, those without secrets. */
  const warned = async <Result>(ask: () => Promise<Result>): Promise<Result> => {
    const result = await clear(ask);
    if (typeof result !== 'object' || result === null || !('warnings' in result)) return result;
    const { warnings } = result as { readonly warnings?: readonly Warning[] };
    if (warnings?.length === 0) return result;
    return { ...result, warnings: await Promise.all((warnings ?? []).map(discreetWarning)) };
  };
  const discreetWarning = async (warning: Warning): Promise<Warning> => ({
    ...warning,
    message: await takeOut(warning.message),
  });
  const discreetStep = async ({ hint, ...step }: CheckStep): Promise<CheckStep> => ({
    ...{ ...step, detail: await takeOut(step.detail) },
    ...(hint === undefined ? {} : { hint: await takeOut(hint) }),
  });
  const { resolve, unresolved, findChange, followUps, read, locate, misfits, fields, close } = adapter;
  // One by one and called on it: an adapter may be an instance of a class.
  return {
    writes: adapter.writes,
    prepare: draft => adapter.prepare(draft),
    describe: payload => adapter.describe(payload),
    create: (...given) => warned(() => adapter.create(...given)),
    find: (...given) => warned(() => adapter.find(...given)),
    update: (...given) => warned(() => adapter.update(...given)),
    async *check(call) {
      try {
        for await (const step of adapter.check(call)) yield await discreetStep(step);
      } catch (error) {
        throw await discreetError(error, takeOut);
      }
    },
    ...(resolve && { resolve: (...given) => warned(() => resolve.apply(adapter, given)) }),
    ...(unresolved && { unresolved: draft => unresolved.call(adapter, draft) }),
    ...(findChange && { findChange: (...given) => warned(() => findChange.apply(adapter, given)) }),
    ...(followUps && { followUps: draft => followUps.call(adapter, draft) }),
    ...(read && { read: (...given) => clear(() => read.apply(adapter, given)) }),
    ...(locate && { locate: (...given) => clear(() => locate.apply(adapter, given)) }),
    ...(misfits && {
      misfits: async (...given) => Promise.all((await clear(() => misfits.apply(adapter, given))).map(takeOut)),
    }),
    ...(fields && { fields: (...given) => clear(() => fields.apply(adapter, given)) }),
    ...(close && { close: () => clear(() => close.call(adapter)) }),
  };
}
