import type { Page } from '@itsm-bridge/test-browser';
import type { Asked } from './sample-states.ts';

/** As a form of the page that is there sends it: the page that answers takes its place. Runs in the browser. */
const submit = `({ path, form }) => {
  document.documentElement.dataset.left = 'yes';
  const element = Object.assign(document.createElement('form'), { method: 'post', action: path });
  for (const [name, values] of Object.entries(form))
    for (const value of [values].flat()) element.append(Object.assign(document.createElement('input'), { name, value }));
  document.body.append(element);
  element.submit();
}`;

/** What is asked for, in the browser's window. With a form, a page of ours is there already. */
export async function openAsked(page: Page, url: string, { path, form }: Asked): Promise<void> {
  if (form === undefined) {
    await page.goto(`${url}${path}`);
    return;
  }
  const asked = { path, form: { csrf: 'sample-token', ...form } };
  await page.evaluate(`(${submit})(${JSON.stringify(asked)})`);
  await page.locator('html:not([data-left]) main').waitFor();
}
