import { startSandboxPage } from '@itsm-bridge/testkit';
import type { OtherPath } from '../world.ts';

const mostTickets = 40;

/** What came to stand on tickets is on their pages. */
export const sandboxPage: OtherPath = {
  name: 'the pages of the sandbox',
  async go({ sites }, see) {
    await using page = await startSandboxPage({ hint: 'itsm create' });
    for (const source of sites.tickets) page.show(source);
    const list = await (await fetch(page.url)).text();
    see('pages of the sandbox', list);
    const links = [...new Set([...list.matchAll(/href="(\/[^"]+)"/g)].map(([, link = '']) => link))].slice(
      0,
      mostTickets,
    );
    for (const link of links) see('pages of the sandbox', await (await fetch(new URL(link, page.url))).text());
  },
};
