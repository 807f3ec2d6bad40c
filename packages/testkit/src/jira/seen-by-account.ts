import type { IssueStore } from './issue-store.ts';
import type { Site } from './site.ts';

interface Seen {
  readonly site: Site;
  readonly store: IssueStore;
}

/** To an account that may not browse, the site has no projects and no issues; it does not say that it hides them. */
export function seenByAccount(site: Site, store: IssueStore): Seen {
  if (site.may('BROWSE_PROJECTS')) return { site, store };
  return {
    site: { ...site, projects: [] },
    store: {
      ...store,
      all: () => [],
      find: () => undefined,
      findAttachment: () => undefined,
      labelled: () => [],
    },
  };
}
