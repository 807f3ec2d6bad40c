import { expect, it } from 'vitest';
import { keyOf } from '../__fixtures__/sample-deliveries.ts';
import type { OpenPages } from './open-pages.ts';

/** How often a Tab leads from what has the focus to what has these words. Runs in the browser. */
const stepsTo = `words => {
  const all = [...document.querySelectorAll('a[href], button:not(:disabled), input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
    .filter(element => element.checkVisibility());
  const from = all.findIndex(element => document.activeElement.compareDocumentPosition(element) & 4);
  return all.findIndex((element, index) => index >= from && element.textContent === words) - from + 1;
}`;

/** What a person does: filters, walks, decides. */
export function formCases(pages: () => OpenPages): void {
  it('has its filters in the address: reload and Back show the same', async () => {
    const page = await pages().open('/');
    await page.getByRole('searchbox').fill('certificate');
    await page.getByText('More filters').click();
    await page.getByLabel('failed').check();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.waitForURL(/q=certificate&status=failed/);
    const rows = () => page.locator('tbody .title').allTextContents();
    const view = await rows();
    expect(view).toEqual(['Certificate of the edge proxies expired in eu-west']);
    await page.reload();
    expect([await rows(), await page.getByLabel('failed').isChecked()]).toEqual([view, true]);
    await page.getByRole('link', { name: view[0] ?? '' }).click();
    await page.getByRole('heading', { name: 'Story' }).waitFor();
    await page.goBack();
    await page.waitForURL(/q=certificate&status=failed/);
    expect([await rows(), await page.getByRole('searchbox').inputValue()]).toEqual([view, 'certificate']);
  });

  it('is walked by keyboard alone, from the list to an action and its answer', async () => {
    const page = await pages().open('/?q=rca-2026-01-31-4');
    const focused = () => page.evaluate('document.activeElement.textContent');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');
    const tabTo = async (words: string) => {
      const presses = Number(await page.evaluate(`(${stepsTo})(${JSON.stringify(words)})`));
      for (let press = 0; press < presses; press++) await page.keyboard.press('Tab');
      expect(await focused()).toBe(words);
      await page.keyboard.press('Enter');
    };
    await page.keyboard.press('Enter');
    await tabTo('Certificate of the edge proxies expired in eu-west');
    await page.getByRole('heading', { name: 'Story' }).waitFor();
    await tabTo('Send again');
    await page.getByRole('heading', { name: 'Send again?' }).waitFor();
    await tabTo('Send again');
    await page.getByText('Taken up again. What became of it is below.').waitFor();
    expect(pages().sample.desk.asked).toEqual([`replay ${keyOf(4)} by Kim`]);
  });

  it('sends a form once, however often it is pressed, and without a script too', async () => {
    const page = await pages().open(`/deliveries/${keyOf(4)}/replay`);
    await page.getByRole('button', { name: 'Send again' }).dblclick();
    await page.waitForURL(/said=/);
    const plain = await pages().openPlain('/review');
    for (const box of await plain.getByRole('checkbox').all()) await box.check();
    await plain.locator('#many').getByRole('button', { name: 'Approve' }).click();
    await plain.getByRole('button', { name: 'Approve and send 2 tickets' }).click();
    await plain.getByRole('heading', { name: 'What became of it' }).waitFor();
    expect(await plain.locator('.status', { hasText: 'created' }).count()).toBe(2);
    expect(pages().sample.desk.asked).toEqual([`replay ${keyOf(4)} by Kim`, 'send 90 by Kim', 'send 91 by Kim']);
  });
}
