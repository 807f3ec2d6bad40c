import type { ChaosKind } from '../simulator/chaos-kinds.ts';
import type { Platform } from '../simulator/platform.ts';
import type { Refusal } from '../simulator/refusal.ts';
import type { Reply } from '../simulator/reply.ts';
import { matchRoute } from '../simulator/route.ts';
import { createCloudDoor } from './cloud/cloud-door.ts';
import { createDatacenterDoor } from './datacenter/datacenter-door.ts';
import { lostRequest } from './datacenter/lost-request.ts';
import { tooManyRequests } from './datacenter/rate-limit-headers.ts';
import type { Api } from './door.ts';
import { failures } from './failure.ts';
import type { IssueStore } from './issue-store.ts';
import { issueTickets } from './issue-tickets.ts';
import { createIssueWriteLimit } from './issue-write-limit.ts';
import { localiseReply } from './localise-reply.ts';
import { openDoor } from './open-door.ts';
import type { JiraOptions } from './options.ts';
import { routes } from './routes.ts';
import { seenByAccount } from './seen-by-account.ts';
import type { Site } from './site.ts';

/** What only happens on ServiceNow. */
const foreignKinds: readonly ChaosKind[] = ['202-before-commit', 'commit-then-202', 'dropped-clause'];

/** What the simulator serves as a Jira site: the doors, the API behind them, and the limits. */
export function createPlatform(options: JiraOptions, site: Site, store: IssueStore, url: string): Platform {
  const datacenter = site.deployment === 'datacenter';
  const { [site.deployment]: table } = routes;
  const door = datacenter ? createDatacenterDoor(options, url) : createCloudDoor(options, url);
  const now = options.now ?? Date.now;
  const tickets = issueTickets(site, store, url);
  const tooManyWrites = options.perIssueWrites && !datacenter ? createIssueWriteLimit(store, now) : () => undefined;
  const say = (reply: Reply): Reply => (options.localise ? localiseReply(reply, options.localise) : reply);
  const limited = (refusal: Refusal): Reply =>
    datacenter ? tooManyRequests(refusal) : failures.tooManyRequests(refusal);
  const api: Api = (request, access) => {
    const found = matchRoute(table, request);
    const version = found && versionOf(found.call.params.version, datacenter);
    if (found && version)
      return found.route.answer(found.call, { ...seenByAccount(site, store), url, now, access, version });
    return datacenter ? lostRequest(table, request) : failures.noResource(`${url}${request.path}`);
  };
  return {
    answer: (request, allowance) => {
      const open = openDoor(store, tickets, request, options.overview);
      if (open) return open;
      return say(tooManyWrites(request) ?? door(request, api, allowance));
    },
    rehearse: store.rehearse,
    tooManyRequests: refusal => say(limited(refusal)),
    page: '<html><head><title>Log in with Atlassian account</title></head><body></body></html>',
    suffers: kind => !foreignKinds.includes(kind),
  };
}

/** `latest` is what Data Center calls the only one that it has; a path without a version is no part of the API. */
function versionOf(asked: string | undefined, datacenter: boolean): '2' | '3' | undefined {
  if (asked === '2' || (datacenter && (asked === 'latest' || asked === undefined))) return '2';
  return asked === '3' && !datacenter ? '3' : undefined;
}
