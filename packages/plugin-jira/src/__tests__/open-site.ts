import type { JiraSimulator } from '@itsm-bridge/testkit';
import { type Desk, openDesk, quick } from './desk.ts';

/** A site whose clock can be set back, so that it has issues of the past. */
export async function openSite(
  members = {},
  options: { readonly indexLagMs?: number; readonly skipKeys?: readonly number[] } = {},
) {
  let ago = 0;
  const desk = await openDesk({ ...quick, ...members }, { now: () => Date.now() - ago, ...options });
  const issuesMade = async (count: number, agoMs: number) => {
    ago = agoMs;
    for (let made = 0; made < count; made++) await makeIssue(desk.site);
    ago = 0;
    desk.site.clearRequests();
  };
  return { ...desk, issuesMade };
}

const headers = {
  'content-type': 'application/json',
  authorization: `Basic ${btoa('integration@company.com:sandbox')}`,
};
/** A request of somebody else. */
export const edit = (site: JiraSimulator, path: string, method: string, body: unknown) =>
  fetch(`${site.url}${path}`, { method, headers, body: JSON.stringify(body) });
const makeIssue = (site: JiraSimulator) =>
  edit(site, '/rest/api/3/issue', 'POST', {
    fields: { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Another one' },
  });

/** Delivers by an attempt that creates the issue and whose answer is lost. */
export function recover(desk: Desk): ReturnType<Desk['deliver']> {
  desk.site.fault({ on: 'POST /rest/api/3/issue', effect: { kind: 'drop', commit: true } });
  return desk.deliver();
}
