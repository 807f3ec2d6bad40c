import { isBuiltin } from 'node:module';
import { isSignInKind, type SignInKind, signIns } from './sign-in.ts';

/** What a person decides about the new package. */
export interface Choices {
  /** The key of an integration in a config: `opsdesk`. */
  readonly platform: string;
  /** The package on npm, and the folder that is made for it. */
  readonly packageName: string;
  readonly signIn: SignInKind;
}

/** Platforms that have a plugin: a second one of that name would stand in its way. */
const taken = ['servicenow', 'jira', 'github', 'pagerduty', 'webhook', 'dryrun'];

/** Why a word cannot be taken, or nothing. */
export const problemWith = {
  platform: (word: string): string | undefined => {
    if (taken.includes(word)) return `there is @itsm-bridge/plugin-${word}; another one needs a key of its own`;
    return word.length <= 40 && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(word)
      ? undefined
      : `found "${word}"; accepted are lower-case letters, digits and single hyphens, up to 40 in all, such as opsdesk`;
  },
  packageName: (word: string): string | undefined =>
    word.length <= 214 && packageNames.test(word) && !isBuiltin(word) && word !== 'node_modules'
      ? undefined
      : `found "${word}"; accepted is a name that npm takes, such as itsm-plugin-opsdesk or @team/itsm-plugin-opsdesk`,
  signIn: (word: string): string | undefined =>
    isSignInKind(word) ? undefined : `found "${word}"; accepted are ${Object.keys(signIns).join(', ')}`,
} as const;

const packageNames = /^(@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/;

export const defaultPackageName = (platform: string): string => `itsm-plugin-${platform}`;

/** `service-desk` → `Service Desk`: what people call it. */
export const titleOf = (platform: string): string =>
  platform
    .split('-')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
