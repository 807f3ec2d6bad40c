import type { AddressInfo } from 'node:net';
import { jira } from '@itsm-bridge/plugin-jira';
import { servicenow } from '@itsm-bridge/plugin-servicenow';
import { browserRuns, openBrowser } from '@itsm-bridge/test-browser';
import { openBench, startJira, startServiceNow } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { bundle } from './bundle.ts';
import { createPortal } from './portal.ts';

it.skipIf(!browserRuns)("shows the link of each ticket in the host's page the moment there is one", async () => {
  const [platform, site, browser, script] = await Promise.all([
    startServiceNow(),
    startJira(),
    openBrowser(),
    bundle(),
  ]);
  const signIn = { username: 'integration_user', password: 'sandbox' };
  const config = {
    servicenow: { endpoint: platform.url, ...signIn },
    jira: { endpoint: site.url, email: 'integration@company.com', api_token: 'sandbox', project_key: 'OPS' },
  };
  await using bench = await openBench({ config, plugins: [servicenow, jira] });
  const { itsm } = bench;
  const analysis = itsm.parseAnalysis({ job: { id: 'abc123', title: '<Disk> & "full"', severity: 'critical' } });
  const portal = createPortal({ itsm, script, analyses: new Map([['abc123', analysis]]) });
  await new Promise<void>(resolve => portal.listen(0, '127.0.0.1', resolve));
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(portal.address() as AddressInfo).port}/jobs/abc123`);
  await page.getByText('Live.').waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('<Disk> & "full"');
  expect(await page.getByRole('listitem').count()).toBe(0);

  const created = await itsm.createTickets(analysis);
  expect(created).toMatchObject([{ status: 'created' }, { status: 'created' }]);
  await page.getByRole('listitem').nth(1).waitFor({ timeout: 10_000 });
  const links = await page.getByRole('link').evaluateAll(all => all.map(one => one.getAttribute('href')));
  const deliveries = await itsm.deliveries();
  expect(links.toSorted()).toEqual(deliveries.map(({ ticket }) => ticket?.url).toSorted());
  const texts = await page.getByRole('listitem').allTextContents();
  expect(texts.toSorted()).toEqual([
    expect.stringMatching(/^jira: OPS-1$/),
    expect.stringMatching(/^servicenow: INC\d+$/),
  ]);

  await itsm.updateTickets('abc123', { note: 'Rolled back.' });
  await page.getByTitle('ticket-updated').nth(1).waitFor();
  expect((await page.getByRole('listitem').allTextContents()).toSorted()).toEqual(texts.toSorted());

  await page.reload();
  await page.getByTitle('ticket-updated').nth(1).waitFor();
  expect((await page.getByRole('listitem').allTextContents()).toSorted()).toEqual(texts.toSorted());
  await browser.close();
  portal.closeAllConnections();
  portal.close();
  await Promise.all([platform.close(), site.close()]);
});
