import { isSignInKind, type SignInKind, signIns } from './sign-in.ts';

/** What a person decides about the new package. */
export interface Choices {
  /** The key of an integration in a config: `opsdesk`. */
  readonly platform: string;
  /** The package on npm, and the folder that is made for it. */
  readonly packageName: string;
  readonly signIn: SignInKind;
}

/** Why a word cannot be taken, or nothing. */
export const problemWith = {
  platform: (word: string): string | undefined =>
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(word)
      ? undefined
      : `found "${word}"; accepted are lower-case letters, digits and single hyphens, such as opsdesk`,
  packageName: (word: string): string | undefined =>
    /^(@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/.test(word)
      ? undefined
      : `found "${word}"; accepted is a name that npm takes, such as itsm-plugin-opsdesk or @team/itsm-plugin-opsdesk`,
  signIn: (word: string): string | undefined =>
    isSignInKind(word) ? undefined : `found "${word}"; accepted are ${Object.keys(signIns).join(', ')}`,
} as const;

export const defaultPackageName = (platform: string): string => `itsm-plugin-${platform}`;

/** `service-desk` → `serviceDesk`: what the plugin is called in code. */
export const codeName = (platform: string): string =>
  platform.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** `service-desk` → `Service Desk`: what people call it. */
export const titleOf = (platform: string): string =>
  platform
    .split('-')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
