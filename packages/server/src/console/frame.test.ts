import { ItsmError } from '@itsm-bridge/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { see, send } from './__fixtures__/ask-console.ts';
import { type SampleConsole, sampleConsole } from './__fixtures__/sample-console.ts';
import { keyOf } from './__fixtures__/sample-deliveries.ts';
import { wordsOf } from './__fixtures__/words-of.ts';
import { samplePages } from './__tests__/sample-pages.ts';
import { consoleLook } from './console-look.ts';

let sample: SampleConsole;
beforeEach(() => {
  sample = sampleConsole();
});

describe('the navigation', () => {
  it('says how much waits for a person, on each page, and no more than that there is much', async () => {
    expect((await see(sample, '/audit')).words).toContain('Review 3 waiting');
    sample.desk.countWaiting = async () => 140;
    expect((await see(sample, '/audit')).words).toContain('Review 99+ waiting');
    sample.desk.countWaiting = async () => 0;
    expect((await see(sample, '/audit')).words).toContain('Review Health');
  });

  it('keeps its page where it cannot count', async () => {
    sample.desk.countWaiting = () => Promise.reject(new ItsmError('ledger', 'The ledger is away.'));
    expect(await see(sample, '/audit')).toMatchObject({ status: 200, words: expect.stringContaining('Review Health') });
  });
});

describe('a problem', () => {
  it('is a page: unknown, not there, the ledger away, and anything else without its inside', async () => {
    expect(await see(sample, '/nothing')).toMatchObject({
      status: 404,
      words: expect.stringContaining('There is no such page.'),
    });
    expect(await see(sample, '/deliveries/x')).toMatchObject({
      status: 404,
      words: expect.stringContaining('under x'),
    });
    sample.desk.search = async () => {
      throw new ItsmError('ledger', 'Nothing answers at db.example:5432.');
    };
    expect(await see(sample, '/')).toMatchObject({
      status: 503,
      words: expect.stringContaining('Nothing answers at db.example'),
    });
    sample.desk.search = async () => {
      throw new TypeError('x.y is not a function');
    };
    const { status, html } = await see(sample, '/');
    expect([status, html]).toEqual([500, expect.not.stringContaining('x.y')]);
    expect(sample.reported.map(String)).toEqual([
      'ItsmError: Nothing answers at db.example:5432.',
      'TypeError: x.y is not a function',
    ]);
  });
});

it('shows a viewer what approvers could do, and does none of it', async () => {
  sample.role = 'viewer';
  const { html, words } = await see(sample, `/deliveries/${keyOf(4)}`);
  expect(html).toContain('<button type="button" disabled aria-describedby="why">Send again</button>');
  expect(words).toContain('You are Robin, a viewer, and only an approver may do this.');
  for (const path of [`/deliveries/${keyOf(4)}/replay`, '/review/approve', '/health/jira/pause']) {
    expect((await see(sample, path)).status).toBe(403);
    expect((await send(sample, path, { id: '90' })).status).toBe(403);
  }
  expect(sample.desk.asked).toEqual([]);
  sample.viewOnly = true;
  for (const path of [`/deliveries/${keyOf(4)}`, '/review/approve'])
    expect((await see(sample, path)).words).toContain('This server only shows (--view-only).');
});

it('every page is whole without a script, has nothing inline, and says once what it is', async () => {
  for (const path of Object.values(samplePages)) {
    const { html, header } = await see(sample, path);
    expect(header('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(html).not.toMatch(/<style|<script>| style=| on[a-z]+=/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<main/g)).toHaveLength(1);
  }
  const [, script = ''] = /src="(\/assets\/console-[0-9a-f]{16}\.js)"/.exec((await see(sample, '/')).html) ?? [];
  expect((await see(sample, script)).header('cache-control')).toBe('public, max-age=31536000, immutable');
});

it('all addresses lead to where the console is mounted', async () => {
  sample = sampleConsole('/itsm');
  for (const path of Object.values(samplePages)) {
    const { status, html } = await see(sample, `/itsm${path === '/' ? '' : path.replace(/^\/(?=\?)/, '')}`);
    expect(status).toBe(path.startsWith('/nothing') ? 404 : 200);
    const addresses = [...html.matchAll(/ (?:href|src|action|formaction|hx-get|hx-sse:connect)="(\/[^"]*)"/g)];
    expect(addresses.map(([, address = '']) => address).filter(address => !/^\/itsm([/?]|$)/.test(address))).toEqual(
      [],
    );
  }
  expect((await send(sample, `/itsm/deliveries/${keyOf(4)}/replay`)).location).toMatch(/^\/itsm\/deliveries\//);
});

it('the sign-in page looks like the others, and leads nowhere before anybody is known', async () => {
  const { page, assets } = consoleLook({ base: '/itsm', environment: 'production' });
  const html = page('Sign in', [{ type: 'text', value: '<b>here</b>' }]);
  expect(wordsOf(html)).toContain('itsm-bridge production Sign in <b>here</b>');
  expect(html).not.toContain('<nav');
  const [, style = ''] = /href="\/itsm(\/assets\/console-[0-9a-f]{16}\.css)"/.exec(html) ?? [];
  expect((await assets.request(style)).headers.get('content-type')).toBe('text/css; charset=utf-8');
});
