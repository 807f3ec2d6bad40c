import { keyOf, minutesAgo } from './sample-deliveries.ts';
import { type SampleDesk, sampleDesk } from './sample-desk.ts';

/** Breaks out of text, attributes, style, script, JSON, a table of Markdown, wiki markup, and [code] tags. */
export const attack = `"'><script>owned=1</script><img src=/owned onerror=owned=1>{{7*7}} [x](javascript:owned=1) [code]<b onmouseover=owned=1>b</b><a href="javascript:owned=1">a</a><svg onload=owned=1></svg><form action=/owned><button hx-get=/owned hx-trigger=load>c</button></form>[/code]`;

/** Puts the attack in the place of every text below, and leaves what a machine reads. */
function poisoned<Value>(value: Value): Value {
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(poisoned) as Value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      typeof member === 'string' && !kept.has(name) ? attack : poisoned(member),
    ]),
  ) as Value;
}

/** Of a closed set of values, or an address of ours. */
const kept = new Set(['key', 'status', 'severity', 'kind', 'type', 'looked', 'platform', 'method']);

/** The sample, as an attacker would write it: analysis, payload, error, ticket, warning, name, reason. */
export function hostileDesk(): SampleDesk {
  const desk = sampleDesk();
  const ticket = { id: attack, key: attack, url: `javascript:owned=1//${attack}`, names: {} };
  const { search, delivery, lanes, activity, audit } = desk;
  desk.records = desk.records.map(record => ({
    ...poisoned(record),
    ...(record.ticket ? { ticket } : {}),
    ...{ warnings: [{ code: 'x', message: attack }], key: record.key },
  }));
  desk.dryRuns = desk.dryRuns.map(dryRun => ({
    ...poisoned(dryRun),
    ...{ id: dryRun.id, key: dryRun.key, unresolved: [attack], warnings: [{ code: 'x', message: attack }] },
  }));
  const decision = { kind: 'rejected', by: attack, at: minutesAgo(1), reason: attack } as const;
  return Object.assign(desk, {
    search,
    delivery: async (key: string) => {
      const detail = poisoned(await delivery(key));
      const at = minutesAgo(2);
      return {
        ...detail,
        events: detail.events.map(event => ({ ...event, ticket, warnings: [{ code: 'x', message: attack }] })),
        changes: [
          {
            ...({
              changeId: attack,
              kind: 'note',
              status: 'failed',
              attempts: 2,
              createdAt: at,
              updatedAt: at,
            } as const),
            error: { kind: 'rejected', message: attack } as const,
          },
        ],
        dryRuns: desk.dryRuns.map(dryRun => ({ ...dryRun, decision })),
        audit: [{ id: 1n, at, by: attack, action: attack, key: keyOf(4), integration: attack, detail: attack }],
      };
    },
    lanes: async () => [
      ...(await lanes()).slice(0, 1).map(lane => ({ ...lane, integration: 'servicenow' })),
      ...poisoned(await lanes()),
    ],
    activity: async () => poisoned(await activity()),
    audit: async () => ({ entries: poisoned((await audit({ limit: 9 })).entries) }),
  });
}
