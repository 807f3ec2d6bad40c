import type { Fault, FaultEffect } from './fault.ts';

export interface FaultScript {
  add(fault: Fault): void;
  /** The effect for this request, used up by the call. `line` is method, space, path. */
  take(line: string): FaultEffect | undefined;
  clear(): void;
}

/** Faults wait in the order they were added; a request meets at most one of them, the first that matches. */
export function createFaultScript(): FaultScript {
  let waiting: { readonly fault: Fault; readonly left: number }[] = [];
  return {
    add: fault => {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    take: line => {
      const hit = waiting.find(({ fault, left }) => left > 0 && line.startsWith(fault.on ?? ''));
      if (!hit) return undefined;
      waiting = waiting.map(entry => (entry === hit ? { ...entry, left: entry.left - 1 } : entry));
      return hit.fault.effect;
    },
    clear: () => {
      waiting = [];
    },
  };
}
