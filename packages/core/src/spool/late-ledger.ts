import type { Ledger } from '../contracts.ts';

/** Those of the contract that are asked something themselves. */
export type LedgerPart = {
  [Name in keyof Ledger]: Ledger[Name] extends (...args: never) => unknown ? never : Name;
}[keyof Ledger];
/** A record, so that a part which is new in the contract cannot be missed here. */
const partNames: Readonly<Record<LedgerPart, true>> = {
  queue: true,
  lanes: true,
  changes: true,
  dryRuns: true,
  audit: true,
  twins: true,
  followUps: true,
  eventLog: true,
  retention: true,
};
const parts: ReadonlySet<string | symbol> = new Set(Object.keys(partNames));

/**
 * A ledger that is not there yet: each call tries to open it, together with those that come meanwhile, and fails as the
 * opening does. From the first success on it is the ledger itself.
 */
export function lateLedger(open: () => Promise<Ledger>): Ledger {
  let opening: Promise<Ledger> | undefined;
  const opened = () => {
    opening ??= open().catch(error => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  const call = async (part: string | symbol | undefined, name: string | symbol, args: readonly unknown[]) => {
    const ledger = await opened();
    const target: object = part === undefined ? ledger : Reflect.get(ledger, part);
    return Reflect.apply(Reflect.get(target, name), target, args);
  };
  const close = async () => opening?.then(ledger => ledger.close()).catch(() => {});
  /** Whatever a ledger can be asked. It is no promise, although it is handed on by async functions. */
  const asked = (part?: string | symbol): object =>
    new Proxy(
      {},
      {
        get(_, name) {
          if (typeof name === 'symbol' || name === 'then') return undefined;
          if (part === undefined && parts.has(name)) return asked(name);
          return part === undefined && name === 'close' ? close : (...args: unknown[]) => call(part, name, args);
        },
      },
    );
  return asked() as Ledger;
}
