import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { OpenPages } from './open-pages.ts';
import { samplePages } from './sample-pages.ts';

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Puts another page in the place of the one that is there: loading each, and axe into each, takes far longer. */
const show = `async (path, form) => {
  const sent = form && { method: 'POST', body: new URLSearchParams(form) };
  const next = new DOMParser().parseFromString(await (await fetch(path, sent)).text(), 'text/html');
  document.title = next.title;
  document.body.replaceWith(next.body);
}`;

/** Each mistake with the first place that it was found at. */
const look = `async rules => {
  const runOnly = rules && { type: 'rule', values: rules };
  const { violations } = await axe.run({ resultTypes: ['violations'], preload: false, iframes: false, runOnly });
  const found = violations.map(({ id, nodes }) => id + ': ' + nodes[0].html + ' ' + nodes[0].failureSummary);
  return document.documentElement.scrollWidth > innerWidth ? [...found, 'scrolls sideways'] : found;
}`;

/** What else depends on colours and width. */
const looksOnly = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

/** One of each kind. */
const kinds = ['filtered', 'delivery', 'link', 'review', 'approve-many', 'health', 'audit', 'missing'];

/** With a keyboard, at night, on a phone, with a screen reader. */
export function reachCases(pages: () => OpenPages): void {
  it('axe finds nothing on any page, light and dark, wide and 320 px narrow, and no page scrolls sideways', async () => {
    const { sample, open } = pages();
    const page = await open('/audit');
    await page.evaluate(axe);
    const found: Record<string, readonly string[]> = {};
    const lookAt = async (name: string, address: string, rules?: readonly string[]) => {
      await page.evaluate(`(${show})(${address})`);
      const mistakes = (await page.evaluate(`(${look})(${JSON.stringify(rules)})`)) as readonly string[];
      if (mistakes.length > 0) found[name] = mistakes;
    };
    for (const name of kinds) await lookAt(`${name}, light and wide`, `'${samplePages[name]}'`);
    await lookAt('sign-in, light and wide', `'/sign-in'`);
    sample.desk.changedPayload = { fields: { summary: 'a', priority: { name: 'Low' } } };
    await lookAt('changed, light and wide', `'/review/approve', 'csrf=sample-token&id=91'`);
    sample.role = 'viewer';
    await lookAt('viewer, light and wide', `'/review'`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 320, height: 640 });
    for (const name of kinds) await lookAt(`${name}, dark and narrow`, `'${samplePages[name]}'`, looksOnly);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(found).toEqual({});
  });
}
