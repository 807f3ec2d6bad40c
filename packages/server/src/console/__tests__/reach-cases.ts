import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sampleDesk } from '../__fixtures__/sample-desk.ts';
import type { OpenPages } from './open-pages.ts';
import { samplePages } from './sample-pages.ts';
import { type Asked, sampleStates } from './sample-states.ts';

const axe = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Puts another page in the place of the one that is there: loading each, and axe into each, takes far longer. */
const show = `async ({ path, form, live }) => {
  const body = form && new URLSearchParams(Object.entries(form).flatMap(([name, all]) => [all].flat().map(each => [name, each])));
  const answer = await fetch(path, { method: form ? 'POST' : 'GET', headers: { accept: 'text/html' }, body });
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  document.title = next.title;
  document.body.replaceWith(next.body);
  // What the script of the page would say of its events.
  document.getElementById('live')?.setAttribute('data-state', live);
}`;

/**
 * Each mistake of a page with the first place that it was found at: by day, then what is another at night. Of a style that
 * has both colours in each place (`light-dark`), the root says which ones are seen.
 */
const look = `async (rules, byNight) => {
  const root = document.documentElement;
  const mistakes = async values => {
    const runOnly = values ? { type: 'rule', values } : undefined;
    const { violations } = await axe.run({ resultTypes: ['violations'], preload: false, iframes: false, runOnly });
    return violations.map(({ id, nodes }) => root.style.colorScheme + ', ' + id + ': ' + nodes[0].html + ' ' + nodes[0].failureSummary);
  };
  root.style.colorScheme = 'light';
  const found = await mistakes(rules);
  root.style.colorScheme = 'dark';
  found.push(...(await mistakes(byNight)));
  return root.scrollWidth > innerWidth ? [...found, 'scrolls sideways'] : found;
}`;

const colours = ['color-contrast', 'link-in-text-block'];
/** In the first by all rules, in the other by those that depend on the width. */
const sizes = [
  { size: { width: 1280, height: 800 } },
  { size: { width: 320, height: 640 }, rules: [...colours, 'scrollable-region-focusable', 'target-size'] },
] as const;

/** With a keyboard, at night, on a phone, with a screen reader. */
export function reachCases(pages: () => OpenPages): void {
  it('axe finds nothing on any page, light and dark, wide and 320 px narrow, and no page scrolls sideways', async () => {
    const { sample, open } = pages();
    const page = await open('/audit');
    await page.evaluate(axe);
    const found: Record<string, readonly string[]> = {};
    const lookAt = async (name: string, { path, form }: Asked) => {
      const asked = {
        path,
        live: sample.isAway ? 'off' : 'on',
        ...(form ? { form: { csrf: 'sample-token', ...form } } : {}),
      };
      await page.evaluate(`(${show})(${JSON.stringify(asked)})`);
      for (const { size, ...only } of sizes) {
        await page.setViewportSize(size);
        const rules = 'rules' in only ? only.rules : null;
        const mistakes = await page.evaluate(`(${look})(${JSON.stringify(rules)}, ${JSON.stringify(colours)})`);
        if ((mistakes as string[]).length > 0) found[`${name}, ${size.width} px wide`] = mistakes as string[];
      }
    };
    for (const [name, path] of Object.entries(samplePages)) await lookAt(name, { path });
    for (const [name, state] of Object.entries(sampleStates)) {
      await lookAt(name, state(sample));
      Object.assign(sample, { desk: sampleDesk(), role: 'approver', isAway: false });
    }
    expect(found).toEqual({});
  });
}
