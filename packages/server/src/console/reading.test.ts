import type { DeliveryRecord, ItsmEvent } from '@itsm-bridge/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { see } from './__fixtures__/ask-console.ts';
import { type SampleConsole, sampleConsole } from './__fixtures__/sample-console.ts';
import { keyOf, minutesAgo, sampleDelivery } from './__fixtures__/sample-deliveries.ts';
import { sampleEvents } from './__fixtures__/sample-story.ts';

let sample: SampleConsole;
beforeEach(() => {
  sample = sampleConsole();
});

describe('the list', () => {
  it('shows each delivery with its status in words, its ticket, and its error in a line', async () => {
    const { words, html } = await see(sample, '/');
    expect(words).toContain(
      'created Production database directory removed on the primary; 6 h 40 min of writes lost rca-2026-01-31-7 critical jira OPS-118',
    );
    expect(words).toContain('needs review Certificate of the edge proxies');
    expect(html).toContain(
      '<time datetime="2026-01-31T09:11:00.000Z" title="2026-01-31 09:11:00 UTC">49 min ago</time>',
    );
    expect(html).toContain('href="https://tickets.example/OPS-118"');
    expect(words).toContain('Option "eu-west-9" is not valid.');
  });

  it('is filtered by its address, which the form shows and the pages keep', async () => {
    sample.desk.records = Array.from({ length: 60 }, (_, index) =>
      sampleDelivery(index + 1, { status: index === 0 ? 'created' : 'failed' }),
    );
    const { html, words } = await see(sample, '/?status=failed&status=odd&severity=high&since=2026-01-30T00:00&q=job');
    expect(words).not.toContain('rca-2026-01-31-1 ');
    expect(html).toMatch(/name="status" value="failed" checked/);
    expect(html).toContain('name="since" value="2026-01-30T00:00"');
    const [, older = ''] = /href="([^"]+)" rel="next"/.exec(html) ?? [];
    const next = new URL(older.replaceAll('&#x26;', '&'), 'http://x').searchParams;
    expect(next.toString()).toBe('q=job&status=failed&severity=high&since=2026-01-30T00%3A00&after=50');
    const second = await see(sample, `/?${next}`);
    expect(second.words).toContain('rca-2026-01-31-60');
    expect(second.html).toContain('rel="first"');
  });

  it('asks for itself anew under the same address, and for events from now on', async () => {
    const { html } = await see(sample, '/?status=failed');
    expect(html).toContain('hx-get="/?status=failed"');
    expect(html).toContain('hx-sse:connect="/events?after=0"');
  });

  it('says what there is where there is nothing', async () => {
    expect((await see(sample, '/?q=nothing-like-that')).words).toContain('No delivery is like that.');
    sample.desk.records = [];
    expect((await see(sample, '/')).words).toContain('Nothing is on record yet.');
  });
});

describe('a delivery', () => {
  it('tells its story with times, waits and look-ups', async () => {
    const { words } = await see(sample, `/deliveries/${keyOf(4)}`);
    expect(words).toContain('Put off, to be tried again 2026-01-31 09:33:00 UTC · attempt 1');
    expect(words).toContain('Goes on at 2026-01-31 09:34:00 UTC .');
    expect(words).toContain('Failed 2026-01-31 09:40:00 UTC · attempt 3, took 1 s, 6 min after the step before');
    expect(words).toContain('A look-up on the platform found nothing.');
    expect(words).toContain('Warning: customfield_10077 is not on the screen');
  });

  it('times the tries of one process from the first of them', async () => {
    const [first, second] = sampleEvents(keyOf(4));
    sample.desk.details = { events: [first, { ...second, durationMs: 90_000 }] as readonly ItsmEvent[] };
    const { words } = await see(sample, `/deliveries/${keyOf(4)}`);
    expect(words).toContain('attempt 1, took 1 s');
    expect(words).toContain('attempt 2, 1 min since it was taken up, 1 min after the step before');
  });

  it('that came of a dry run begins with it', async () => {
    const rehearsed = { ...sampleEvents(keyOf(7))[0], type: 'ticket-dry-run', at: minutesAgo(90) } as ItsmEvent;
    sample.desk.details = { events: [rehearsed] };
    const { words } = await see(sample, `/deliveries/${keyOf(7)}`);
    expect(words).toMatch(
      /Rehearsed, nothing was sent 2026-01-31 08:30:00 UTC .* On record, to be sent 2026-01-31 09:11:00/,
    );
  });

  it.each([
    [{ status: 'found', attempts: 0 }, 'Nothing was sent: the ticket was there already.'],
    [{ status: 'found', attempts: 1 }, 'What was sent is kept no more.'],
    [{ status: 'pending', attempts: 0, ticket: undefined }, 'Nothing was sent yet.'],
    [{ status: 'failed', attempts: 0, ticket: undefined }, 'Nothing was sent.'],
  ] as const)('without a payload says why: %o', async (part, expected) => {
    const { sent: _, ...detail } = await sample.desk.delivery(keyOf(7));
    sample.desk.delivery = async () => ({ ...detail, record: { ...detail.record, ...part } as DeliveryRecord });
    expect((await see(sample, `/deliveries/${keyOf(7)}`)).words).toContain(`The ticket as it reads ${expected}`);
  });

  it('shows the ticket as it reads, the payload, and the request with its sign-in masked', async () => {
    const { html, words } = await see(sample, `/deliveries/${keyOf(4)}`);
    expect(words).toContain(
      'The ticket as it would read on jira Made of nothing but what was sent last, in vain or in doubt, at',
    );
    expect((await see(sample, `/deliveries/${keyOf(7)}`)).words).toContain('The ticket as it reads on jira');
    expect(html).toContain('<th><p>Failed requests</p></th>');
    expect(words).toContain('"name": "Highest"');
    expect(words).toContain('authorization: Basic [masked]');
  });

  it.each(['markdown', 'html'])(
    'shows the beginning of a report in %s that is longer than anybody reads',
    async format => {
      const content = `${'word '.repeat(30_000)}end`;
      sample.desk.details = { analysis: { report: { format, content } } };
      const { html, words } = await see(sample, `/deliveries/${keyOf(4)}`);
      expect(words).toContain('word This is its beginning; all of it is in the JSON below.');
      expect(html.match(/ end/g)).toHaveLength(1);
    },
  );

  it.each([
    [4, ['Send again', 'Discard', 'Link a ticket']],
    [3, ['Approve', 'Reject', 'Link a ticket']],
    [5, ['Look now', 'Link a ticket']],
    [2, ['Send now', 'Link a ticket']],
    [1, []],
    [7, []],
  ])('number %i can be decided as it stands', async (number, expected) => {
    const { html } = await see(sample, `/deliveries/${keyOf(number)}`);
    expect([...html.matchAll(/<a class="button"[^>]*>([^<]+)/g)].map(([, words]) => words)).toEqual(expected);
  });
});

it('health tells what holds an integration back, in numbers and as a chart that is also a table', async () => {
  const { html, words } = await see(sample, '/health');
  expect(words).toContain('jira breaker open');
  expect(words).toContain('servicenow-internal paused');
  expect(words).toContain('Waiting 12 Oldest waiting 14 min');
  expect(words).toContain('11.7 % (24 of 206)');
  expect(html).toContain('aria-label="jira, last hour: 182 tickets created, 24 failed"');
  expect(words).toContain('From (UTC) Tickets Failed Put off 09:01');
});
