import { secretHandle } from '@itsm-bridge/core';
import { createPostgresLedger } from '@itsm-bridge/postgres';
import { createApp, listen, parseAccess } from '@itsm-bridge/server';
import { analysisOf } from '../drive/analysis-of.ts';
import { openDesk } from '../drive/open-desk.ts';
import { spoilingOf } from '../drive/paths.ts';
import { platformFailures } from '../platforms/failures.ts';
import type { Site } from '../site.ts';
import { type OtherPath, seen } from '../world.ts';
import { firstOfEach } from './chosen-sites.ts';
import { deliveryForms, reviewForms } from './console-forms.ts';

const paths = ['', 'review', 'health', 'audit', 'nowhere', 'sign-in', 'metrics', 'readyz', 'openapi.json'];
const apiPaths = ['api/deliveries?limit=100', 'api/reviews', 'api/lanes', 'api/audit?limit=100', 'api/visitor'];

/** Deliveries that went well, failed, wait and were only rehearsed, on every page and in every answer. */
export const consolePages: OtherPath = {
  name: 'the console, its API and its events, signed in and not',
  async go({ sites, house }, see) {
    for (const site of firstOfEach(sites.all)) {
      const ledger = await createPostgresLedger({ url: house.url });
      for (const members of [{}, { dry_run: true }]) {
        const desk = await openDesk(site, { readable: false, members, more: { ledger } });
        const shown = () =>
          seen(see, 'deliveries', () => desk.itsm.createTickets(analysisOf(`${site.signIn.name}-shown`)));
        if (!('dry_run' in members)) await fail(site, ['500', '401'], shown);
        await shown();
        const stuck = `${site.signIn.name}-stuck`;
        await fail(site, ['400, nested'], () =>
          seen(see, 'deliveries', () => desk.itsm.createTickets(analysisOf(stuck))),
        );
        const token = {
          name: 'canary',
          role: 'approver' as const,
          token: secretHandle(async () => house.consoleToken.text),
        };
        const app = await createApp({ itsm: desk.itsm, access: parseAccess({ tokens: [token] }) });
        await using server = await listen(app, 0);
        const ask = async (path: string, init: RequestInit = {}) => {
          const answer = await fetch(`http://127.0.0.1:${server.port}/${path}`, { redirect: 'manual', ...init });
          see('the console', [...answer.headers].join('\n'));
          see('the console', path.startsWith('events') ? await firstOf(answer) : await answer.text());
        };
        const signedIn = { headers: { authorization: `Bearer ${house.consoleToken.text}`, accept: 'text/html' } };
        const { records } = await desk.itsm.search({ limit: 5 });
        const own = records.flatMap(({ key }) => [
          `deliveries/${key}`,
          `deliveries/${key}/replay`,
          `api/deliveries/${key}`,
        ]);
        for (const path of [...paths, ...apiPaths, ...own, 'events?after=0']) await ask(path, signedIn);
        const wrong = { authorization: `Bearer ${house.consoleToken.text}x`, accept: 'text/html' };
        for (const path of ['', 'sign-in', 'api/lanes']) await ask(path, { headers: wrong });
        const body = new URLSearchParams({ token: `${house.consoleToken.text}x`, to: '/' });
        await ask('sign-in', { method: 'POST', body });
        for (const { key } of records.slice(0, 2))
          await ask(`api/deliveries/${key}/link`, {
            ...{ method: 'POST', body: JSON.stringify({ ticket: 'OPS-1' }) },
            headers: { ...signedIn.headers, 'content-type': 'application/json' },
          });
        const forms = 'dry_run' in members ? await reviewForms(desk, site) : await deliveryForms(desk, site, stuck);
        await fail(site, ['400, nested'], async () => {
          for (const { page, path, form } of forms) {
            await ask(page, signedIn);
            await ask(path, { ...signedIn, method: 'POST', redirect: 'follow', body: new URLSearchParams(form) });
          }
        });
        see('the log in JSON', desk.log());
        // The ledger is that of both.
        if ('dry_run' in members) await desk.itsm.close();
      }
    }
  },
};

/** One call for each failure. */
async function fail(site: Site, names: readonly string[], call: () => Promise<void>): Promise<void> {
  for (const name of names) {
    const failure = platformFailures.find(each => each.name === name);
    if (failure) site.parrot.spoil(spoilingOf(failure, 'every request'));
    await call();
    site.parrot.spoil();
  }
}

/** A stream does not end: what is on record comes first, at once. An answer that does end has no events, and says why. */
async function firstOf(answer: Response): Promise<string> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('\ndata: ')) {
    const next = await reader?.read();
    if (!next || next.done) throw new Error(`/events answered ${answer.status} without an event: ${text}`);
    text += next.value;
  }
  await reader?.cancel();
  return text;
}
