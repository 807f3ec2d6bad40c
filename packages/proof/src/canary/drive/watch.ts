import { findSecrets, type Leak } from '../secrets/find-secrets.ts';
import { type Needle, needlesOf } from '../secrets/needles.ts';
import type { Planted } from '../secrets/planted.ts';
import { told } from './told.ts';

export interface FoundLeak extends Leak {
  /** `the log`, `an event`, … */
  readonly place: string;
  /** What was done when it was found. */
  readonly during: string;
}

/** Keeps count of what was searched, and what was found there. */
export interface Watch {
  /** Searches whatever comes out at that place for those secrets. */
  see(place: string, value: unknown, secrets: readonly Planted[], during: string): void;
  readonly leaks: readonly FoundLeak[];
  /** Characters by place. */
  readonly searched: ReadonlyMap<string, number>;
}

export function createWatch(): Watch {
  const leaks: FoundLeak[] = [];
  const searched = new Map<string, number>();
  const known = new WeakMap<Planted, readonly Needle[]>();
  const needles = (secret: Planted) => {
    const found = known.get(secret) ?? needlesOf(secret);
    known.set(secret, found);
    return found;
  };
  return {
    leaks,
    searched,
    see(place, value, secrets, during) {
      if (value === undefined) return;
      const text = typeof value === 'string' ? value : told(value);
      searched.set(place, (searched.get(place) ?? 0) + text.length);
      const all = secrets.flatMap(needles);
      leaks.push(...findSecrets(text, all).map(leak => ({ ...leak, place, during })));
    },
  };
}
