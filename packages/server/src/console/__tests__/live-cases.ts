import type { Page } from '@itsm-bridge/test-browser';
import { expect, it } from 'vitest';
import { keyOf, minutesAgo, sampleDelivery } from '../__fixtures__/sample-deliveries.ts';
import type { OpenPages } from './open-pages.ts';

const live = (page: Page, words: string | RegExp) => page.locator('#live-words', { hasText: words }).waitFor();
const ticket = { id: '1', key: 'OPS-500', url: 'https://tickets.example/OPS-500', names: {} };

/** What changes under the eyes of whoever looks. */
export function liveCases(pages: () => OpenPages): void {
  it('shows what is new and what has changed without a reload, and keeps focus, selection, scroll and what was typed', async () => {
    const { sample, open } = pages();
    const page = await open('/', { width: 1000, height: 300 });
    await live(page, 'Live');
    await page.evaluate(`
      globalThis.mark = 1;
      document.querySelector('#q').value = 'typed';
      document.querySelector('#d-${keyOf(8)} a.title').focus();
      getSelection().selectAllChildren(document.querySelector('#d-${keyOf(8)} .under'));
      document.querySelector('#d-${keyOf(8)}').scrollIntoView();
    `);
    const seen = `(() => ({
      focus: document.activeElement.textContent, selection: String(getSelection()), mark: globalThis.mark,
      typed: document.querySelector('#q').value, top: Math.round(document.querySelector('#d-${keyOf(8)}').getBoundingClientRect().top),
    }))()`;
    const before = await page.evaluate(seen);
    sample.desk.records = [
      sampleDelivery(50, { title: 'Something new', createdAt: minutesAgo(0) }),
      ...sample.desk.records.map(record =>
        record.key === keyOf(2) ? { ...record, status: 'created' as const, ticket } : record,
      ),
    ];
    await sample.tell(keyOf(50));
    await sample.tell(keyOf(2));
    await page.getByRole('link', { name: 'Something new' }).waitFor();
    await page
      .locator(`#d-${keyOf(2)}`, { hasText: 'created' })
      .getByRole('link', { name: 'OPS-500' })
      .waitFor();
    await live(page, /^Live: 2 deliveries changed since/);
    expect(await page.evaluate(seen)).toEqual(before);
    expect(before).toMatchObject({ focus: 'Disk of the log store full again', selection: 'rca-2026-01-31-8' });
    expect(pages().complaints).toEqual([]);
  });

  it('says since when it is offline, comes back by itself, and shows what it missed', async () => {
    const { sample, open } = pages();
    const page = await open('/');
    await live(page, 'Live');
    sample.isAway = true;
    sample.drop();
    await live(page, /^Offline since \d\d:\d\d:\d\d UTC; trying again$/);
    sample.desk.records = [sampleDelivery(51, { title: 'Missed' }), ...sample.desk.records];
    sample.isAway = false;
    await page.getByRole('link', { name: 'Missed' }).waitFor();
    await live(page, 'Live');
  });

  it('counts what waits for a person in the navigation, and hears what was decided elsewhere once it is looked at', async () => {
    const { sample, open } = pages();
    const page = await open('/');
    await live(page, 'Live');
    await page.getByRole('link', { name: /^Review\s*3 waiting$/ }).waitFor();
    await sample.desk.rejectRehearsal(90n, { by: 'Robin' });
    await sample.tell(keyOf(1));
    await page.getByRole('link', { name: /^Review\s*2 waiting$/ }).waitFor();
    sample.desk.dryRuns = [];
    sample.desk.records = [];
    // Nothing tells of that; somebody comes back to the window.
    await page.evaluate(`dispatchEvent(new Event('focus'))`);
    await page.getByRole('link', { name: /^Review$/ }).waitFor();
    expect(pages().complaints).toEqual([]);
  });

  it('keeps list and form as they are while the ledger is away, and says that they are old', async () => {
    const { sample, open } = pages();
    const page = await open('/');
    await live(page, 'Live');
    const { search } = sample.desk;
    sample.desk.search = async () => {
      throw new Error('away');
    };
    await sample.tell(keyOf(1));
    await live(page, /^Not refreshed since \d\d:\d\d:\d\d UTC; trying again$/);
    expect(await page.getByRole('row').count()).toBe(11);
    sample.desk.search = search;
    await sample.tell(keyOf(1));
    await live(page, /^Live: 1 delivery changed since/);
  });

  it('keeps what is chosen and what is open in the review while news come in', async () => {
    const { sample, open } = pages();
    const page = await open('/review');
    await live(page, 'Live');
    await page.getByLabel(/^jira: /).check();
    await page.locator('#r-91 summary').click();
    const { desk } = sample;
    desk.dryRuns = desk.dryRuns.map(each => ({ ...each, warnings: [{ code: 'x', message: 'Something new' }] }));
    await sample.tell(keyOf(90));
    await page.locator('#r-91', { hasText: 'Something new' }).waitFor();
    expect(await page.getByLabel(/^jira: /).isChecked()).toBe(true);
    expect(await page.locator('#r-91 details').evaluate(element => element.hasAttribute('open'))).toBe(true);
  });
}
