import type { LaneActivity, RecentActivity } from '../contracts.ts';

const minuteMs = 60_000;
const minutesShown = 60;

/** Sixty minutes of each integration, those in which nothing happened among them. */
export function lastHours(integrations: readonly string[], { now, minutes }: RecentActivity): readonly LaneActivity[] {
  const newest = Math.floor(now.getTime() / minuteMs) * minuteMs;
  const idOf = (integration: string, at: number) => JSON.stringify([integration, at]);
  const known = new Map(minutes.map(one => [idOf(one.integration, one.at.getTime()), one]));
  return integrations.map(integration => ({
    integration,
    minutes: Array.from({ length: minutesShown }, (_, n) => {
      const at = newest - (minutesShown - 1 - n) * minuteMs;
      const { created = 0, failed = 0, retried = 0 } = known.get(idOf(integration, at)) ?? {};
      return { at: new Date(at), created, failed, retried };
    }),
  }));
}
