export type Deployment = 'cloud' | 'datacenter';

interface Signs {
  readonly deployment: Deployment | 'auto';
  readonly endpoint: string;
  readonly email?: string | undefined;
  readonly gateway?: boolean | undefined;
}

/** Atlassian's own hosts; Jira Cloud has no others. */
const cloudHost = /\.(atlassian\.net|jira\.com|jira-dev\.com|atlassian-us-gov-mod\.net)$/i;

/**
 * What the config tells: its `deployment`, or a host, a sign-in or a gateway that only Cloud has. Undefined: the site itself
 * has to be asked. Pure.
 */
export function knownDeployment({ deployment, endpoint, email, gateway }: Signs): Deployment | undefined {
  if (deployment !== 'auto') return deployment;
  // The address last: it is asked for each draft, and to parse one takes longer than all the rest.
  if (email !== undefined || gateway === true) return 'cloud';
  const host = URL.canParse(endpoint) ? new URL(endpoint).hostname : '';
  return cloudHost.test(host) ? 'cloud' : undefined;
}
