import type { EventType, ItsmEvent, MinuteActivity, RecentActivity } from '../../contracts.ts';
import { decidedByPeople } from '../decided-by-people.ts';

const minuteMs = 60_000;
const counted: Readonly<Partial<Record<EventType, 'created' | 'failed' | 'retried'>>> = {
  'ticket-created': 'created',
  'ticket-failed': 'failed',
  'ticket-retrying': 'retried',
};

/** @param events Of one environment. */
export function recentActivity(events: readonly ItsmEvent[], now: Date): RecentActivity {
  const newest = Math.floor(now.getTime() / minuteMs) * minuteMs;
  const minutes = new Map<string, MinuteActivity & { readonly integration: string }>();
  for (const { type, at, integration, error } of events) {
    const what = error && decidedByPeople.includes(error.kind) ? undefined : counted[type];
    // A process whose clock is ahead has told of what is happening now.
    const minute = Math.min(Math.floor(at.getTime() / minuteMs) * minuteMs, newest);
    if (what === undefined || minute <= newest - 60 * minuteMs) continue;
    const id = JSON.stringify([integration, minute]);
    const one = minutes.get(id) ?? { integration, at: new Date(minute), created: 0, failed: 0, retried: 0 };
    minutes.set(id, { ...one, [what]: one[what] + 1 });
  }
  return { now, minutes: [...minutes.values()] };
}
