import { expect, it } from 'vitest';
import { attack, hostileDesk } from '../__fixtures__/hostile-desk.ts';
import { openAsked } from './open-asked.ts';
import type { OpenPages } from './open-pages.ts';
import { samplePages } from './sample-pages.ts';
import { sampleStates } from './sample-states.ts';

/** What got in, what it did, and what it would do if somebody touched it. Runs in the browser. */
const inspect = `(() => ({
  owned: globalThis.owned,
  scripts: document.scripts.length,
  loads: document.querySelectorAll('main :is(img, iframe, object, embed, style, link)').length,
  handlers: [...document.querySelectorAll('*')].filter(({ attributes }) => [...attributes].some(({ name }) => /^on|^style$|^hx-on/.test(name))).length,
  links: [...document.links].filter(({ protocol }) => !['http:', 'https:', 'mailto:'].includes(protocol)).length,
  told: document.querySelector('main').textContent.includes('<script>owned=1</script>'),
  foreign: [...document.forms].filter(({ action }) => !action.startsWith(location.origin + '/')).length,
  calls: [...document.querySelectorAll('[hx-get]')].filter(element => element.getAttribute('hx-get') === '/owned').length,
}))()`;

/** Those that show what somebody else wrote. */
const told = new Set(['changed', 'decided', 'refused-link', 'ledger-away']);

/** What an attacker can have put into an analysis, an answer of a platform, or a name. */
export function safetyCases(pages: () => OpenPages): void {
  it('shows markup in every field as text, on every page: nothing runs or loads, and the policy had nothing to refuse', async () => {
    const { sample, open, url, complaints } = pages();
    sample.desk = hostileDesk();
    const page = await open('/');
    const requests: string[] = [];
    page.on('request', request => requests.push(new URL(request.url()).pathname));
    const query = new URLSearchParams({ q: attack, integration: attack, after: attack, said: attack });
    const { missing: _, empty: __, ...all } = samplePages;
    const typed = { typed: `/?${query}&status=failed`, nobody: `/deliveries/${encodeURIComponent(attack)}` };
    const asked = Object.entries({ ...all, ...typed }).map(([name, path]) => [name, () => ({ path })] as const);
    for (const [name, ask] of [...asked, ...Object.entries(sampleStates).filter(([name]) => told.has(name))]) {
      await openAsked(page, url, ask(sample, attack));
      expect({ name, ...Object(await page.evaluate(inspect)) }).toEqual({
        ...{ name, owned: undefined, scripts: 1, loads: 0, handlers: 0, links: 0, foreign: 0, calls: 0 },
        told: name !== 'pause',
      });
    }
    expect(requests.filter(path => path.includes('/owned'))).toEqual([]);
    // A page that says what is away has a status that says so.
    expect(complaints.filter(words => !/ a status of (404|409|503) /.test(words))).toEqual([]);
  });

  it('has a policy under which no script runs that got in after all', async () => {
    const { open, complaints } = pages();
    const page = await open('/audit');
    await page.evaluate(`document.body.append(Object.assign(document.createElement('script'), { text: 'owned = 1' }))`);
    expect(await page.evaluate('globalThis.owned')).toBeUndefined();
    expect(complaints).toEqual([expect.stringContaining('Content Security Policy')]);
  });
}
