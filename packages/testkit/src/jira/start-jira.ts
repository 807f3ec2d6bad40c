import { countKeys } from '../simulator/count-keys.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { startSimulator } from '../simulator/start-simulator.ts';
import { createPlatform } from './create-platform.ts';
import type { Issue } from './issue.ts';
import { createIssueStore, labelsOf } from './issue-store.ts';
import { issueTickets } from './issue-tickets.ts';
import type { JiraOptions } from './options.ts';
import { createSite } from './site.ts';

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

/**
 * Starts an empty Cloud site with the project OPS and the account `integration@company.com`, token `sandbox`, unless
 * told otherwise.
 * @throws the error of `listen` where the port is taken.
 */
export async function startJira(options: JiraOptions = {}): Promise<JiraSimulator> {
  const site = createSite(options);
  const store = createIssueStore(site.skipKeys);
  const simulator = await startSimulator(options, url => createPlatform(options, site, store, url));
  return Object.assign(simulator, {
    tickets: issueTickets(site, store, simulator.url),
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
