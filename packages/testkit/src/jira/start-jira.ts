import type { ChaosKind } from '../simulator/chaos-kinds.ts';
import { countKeys } from '../simulator/count-keys.ts';
import type { Platform } from '../simulator/platform.ts';
import type { Reply } from '../simulator/reply.ts';
import { matchRoute } from '../simulator/route.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { startSimulator } from '../simulator/start-simulator.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import { createMetadataRoutes } from './create-metadata.ts';
import { editMetadataRoutes } from './edit-metadata.ts';
import { failures } from './failure.ts';
import { fieldRoutes } from './field-routes.ts';
import type { Issue } from './issue.ts';
import { issueRoutes } from './issue-routes.ts';
import { createIssueStore, type IssueStore, labelsOf } from './issue-store.ts';
import { createIssueWriteLimit } from './issue-write-limit.ts';
import { localiseReply } from './localise-reply.ts';
import { openDoor } from './open-door.ts';
import type { JiraOptions } from './options.ts';
import { permissionRoutes } from './permission-routes.ts';
import { projectStatusRoutes } from './project-statuses.ts';
import { propertyRoutes } from './property-routes.ts';
import { remoteLinkRoutes } from './remote-link-routes.ts';
import { searchRoutes } from './search-routes.ts';
import { seenByAccount } from './seen-by-account.ts';
import { accountEmail, createSignIn } from './sign-in.ts';
import { createSite, type Site } from './site.ts';
import { siteRoutes } from './site-routes.ts';
import { userRoutes } from './user-routes.ts';

/** A Jira Cloud site, with a second door to its issues that does not go through the API under test. */
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

const routes = [
  ...issueRoutes,
  ...createMetadataRoutes,
  ...editMetadataRoutes,
  ...commentRoutes,
  ...propertyRoutes,
  ...attachmentRoutes,
  ...remoteLinkRoutes,
  ...searchRoutes,
  ...fieldRoutes,
  ...userRoutes,
  ...permissionRoutes,
  ...projectStatusRoutes,
  ...siteRoutes,
];

/**
 * Starts an empty site with the project OPS and the account `integration@company.com`, token `sandbox`, unless told otherwise.
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
  const signIn = createSignIn(options);
  const email = accountEmail(options);
  const now = options.now ?? Date.now;
  const tooManyWrites = options.perIssueWrites ? createIssueWriteLimit(store, now) : () => undefined;
  const say = (reply: Reply): Reply => (options.localise ? localiseReply(reply, options.localise) : reply);
  return {
    answer: request => {
      const open = openDoor(store, request);
      if (open) return open;
      const refused = tooManyWrites(request);
      if (refused) return say(refused);
      const found = matchRoute(routes, request);
      const version = found?.call.params.version;
      const access = signIn(request.headers.authorization);
      const reply =
        found && (version === '2' || version === '3')
          ? found.route.answer(found.call, { ...seenByAccount(site, store), url, now, email, access, version })
          : failures.noResource(`${url}${request.path}`);
      return say(access === 'refused' ? withLoginReason(reply) : reply);
    },
    rehearse: store.rehearse,
    tooManyRequests: refusal => say(failures.tooManyRequests(refusal)),
    page: '<html><head><title>Log in with Atlassian account</title></head><body></body></html>',
    suffers: kind => !foreignKinds.includes(kind),
  };
}

/** The one sign of a bad credential that is on every answer, the friendly-looking 200 ones too. */
const withLoginReason = (reply: Reply): Reply => ({
  ...reply,
  headers: { ...reply.headers, 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' },
});
