import type { ChaosKind } from '../simulator/chaos-kinds.ts';
import { countKeys } from '../simulator/count-keys.ts';
import type { Platform } from '../simulator/platform.ts';
import { matchRoute } from '../simulator/route.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { startSimulator } from '../simulator/start-simulator.ts';
import { browsePage } from './browse-page.ts';
import { createCloudDoor } from './cloud/cloud-door.ts';
import { commentRoutes } from './comments.ts';
import { createDatacenterDoor } from './datacenter/datacenter-door.ts';
import { datacenterRoutes } from './datacenter/datacenter-routes.ts';
import { lostRequest } from './datacenter/lost-request.ts';
import { tooManyRequests } from './datacenter/rate-limit-headers.ts';
import type { Api } from './door.ts';
import { failures } from './failure.ts';
import type { Issue } from './issue.ts';
import { issueRoutes } from './issue-routes.ts';
import { createIssueStore, type IssueStore, labelsOf } from './issue-store.ts';
import type { JiraOptions } from './options.ts';
import { propertyRoutes } from './properties.ts';
import { searchRoutes } from './search-routes.ts';
import { accountEmail } from './sign-in.ts';
import { createSite, type Site } from './site.ts';
import { siteRoutes } from './site-routes.ts';

/** A Jira site, with a second door to its issues that does not go through the API under test. */
export interface JiraSimulator extends Simulator {
  /** Every issue as stored, oldest first, whatever the index shows. */
  issues(): readonly Issue[];
  /** How many issues carry exactly this label. */
  countByLabel(label: string): number;
  /** How many issues carry each label that begins with `itsm-`, as every delivery's key does; in one pass. */
  ticketsByKey(): ReadonlyMap<string, number>;
  /** As a person moves it into another project: it has the new key, and is still found by the old one. */
  moveIssue(key: string, newKey: string): void;
}

const routes = [...issueRoutes, ...commentRoutes, ...propertyRoutes, ...searchRoutes, ...siteRoutes];

/**
 * Starts an empty Cloud site with the project OPS and the account `integration@company.com`, token `sandbox`, unless told otherwise.
 * @throws the error of `listen` where the port is taken.
 */
export async function startJira(options: JiraOptions = {}): Promise<JiraSimulator> {
  const site = createSite(options);
  const store = createIssueStore(site.skipKeys);
  const simulator = await startSimulator(options, url => createPlatform(options, site, store, url));
  return Object.assign(simulator, {
    issues: () => store.all().map(({ createdMs: _, ...issue }) => issue),
    ticketsByKey: () =>
      countKeys(
        store
          .all()
          .flatMap(labelsOf)
          .filter(label => label.startsWith('itsm-')),
      ),
    moveIssue: (key: string, newKey: string) => {
      const issue = store.find(key);
      if (!issue) throw new Error(`The site has no issue ${key}.`);
      const project = newKey.slice(0, newKey.lastIndexOf('-'));
      store.put({ ...issue, key: newKey, fields: { ...issue.fields, project: { key: project } } });
    },
    countByLabel: (label: string) => store.labelled(label).length,
  });
}

/** What only happens on ServiceNow. */
const foreignKinds: readonly ChaosKind[] = ['202-before-commit', 'commit-then-202', 'dropped-clause'];

function createPlatform(options: JiraOptions, site: Site, store: IssueStore, url: string): Platform {
  const datacenter = options.deployment === 'datacenter';
  const table = datacenter ? datacenterRoutes(routes) : routes;
  const door = datacenter ? createDatacenterDoor(options, url) : createCloudDoor(options, url);
  const email = accountEmail(options);
  const now = options.now ?? Date.now;
  return {
    answer: (request, allowance) => {
      const browsed = request.method === 'GET' ? /^\/browse\/([^/]+)$/.exec(request.path)?.[1] : undefined;
      if (browsed) return browsePage(store, browsed);
      const api: Api = (asked, access) => {
        const found = matchRoute(table, asked);
        const version = found && versionOf(found.call.params.version, datacenter);
        if (found && version) return found.route.answer(found.call, { site, store, url, now, email, access, version });
        return datacenter ? lostRequest(table, asked) : failures.noResource(`${url}${asked.path}`);
      };
      return door(request, api, allowance);
    },
    rehearse: store.rehearse,
    tooManyRequests: datacenter ? tooManyRequests : failures.tooManyRequests,
    page: '<html><head><title>Log in with Atlassian account</title></head><body></body></html>',
    suffers: kind => !foreignKinds.includes(kind),
  };
}

/** `latest` is what Data Center calls the only one that it has. */
function versionOf(asked: string | undefined, datacenter: boolean): '2' | '3' | undefined {
  if (asked === '2' || (datacenter && asked === 'latest')) return '2';
  return asked === '3' && !datacenter ? '3' : undefined;
}
