import { isIPv6 } from 'node:net';
import type { Clock } from '@itsm-bridge/core';

/** Failures of one address, and of all that never signed in, within this time. */
const windowMs = 60_000;
const perAddress = 10;
const inAll = 100;
/** So many addresses are kept, so that nobody fills the memory. */
const kept = 10_000;

export interface SignInLimit {
  /** Milliseconds until the address may try again; 0: now. While it may not, no token is looked at, not even the right one. */
  waitMs(address: string): number;
  failed(address: string): void;
  /** The address is known from now on: failures elsewhere do not hold it up. */
  succeeded(address: string): void;
}

interface Count {
  readonly since: number;
  readonly failures: number;
}

/**
 * Ten wrong tokens of an address within a minute, or a hundred of all addresses: the next one waits. An address that has
 * signed in is held up by its own failures alone, so that a guesser elsewhere does not lock out those who work.
 */
export function createSignInLimit(clock: Pick<Clock, 'now'>): SignInLimit {
  const counts = new Map<string, Count>();
  const known = new Set<string>();
  let all: Count = { since: 0, failures: 0 };
  const now = () => clock.now().getTime();
  const grown = (count: Count | undefined): Count =>
    count && count.since + windowMs > now()
      ? { ...count, failures: count.failures + 1 }
      : { since: now(), failures: 1 };
  const waitOf = (count: Count | undefined, most: number): number =>
    count && count.failures >= most ? Math.max(0, count.since + windowMs - now()) : 0;

  return {
    waitMs(address) {
      const who = placeOf(address);
      return Math.max(waitOf(counts.get(who), perAddress), known.has(who) ? 0 : waitOf(all, inAll));
    },
    failed(address) {
      const who = placeOf(address);
      const count = grown(counts.get(who));
      // Deleted first, so that the oldest is the first of the map.
      counts.delete(who);
      counts.set(who, count);
      forgetOldest(counts);
      all = grown(all);
    },
    succeeded(address) {
      const who = placeOf(address);
      known.delete(who);
      known.add(who);
      forgetOldest(known);
    },
  };
}

function forgetOldest(those: Map<string, Count> | Set<string>): void {
  if (those.size <= kept) return;
  const [oldest = ''] = those.keys();
  those.delete(oldest);
}

/** Whoever has an address of IPv6 has the 2^64 of its network. */
function placeOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(group => group !== '');
  const rest = tail === undefined ? [] : tail.split(':').filter(group => group !== '');
  const filled = [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest];
  return filled
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':');
}
