import { nearest } from '@itsm-bridge/core';
import { platforms } from './platforms.ts';

/** What a person decides about a new config. */
export interface Choices {
  /** Keys of `platforms`, each once. */
  readonly platforms: readonly string[];
  /** Whether the integrations begin as dry runs. */
  readonly dryRun: boolean;
  /** Whether the templates of the plugins are written beside the config, to be changed. */
  readonly templates: boolean;
}

export const defaultChoices: Choices = { platforms: ['servicenow', 'jira'], dryRun: false, templates: false };

export const platformsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(',')
      .map(word => word.trim())
      .filter(word => word !== ''),
  ),
];

/** Why these words are no list of platforms, or nothing. */
export function problemWithPlatforms(text: string): string | undefined {
  const known = Object.keys(platforms);
  const names = platformsOf(text);
  const unknown = names.find(name => !known.includes(name));
  if (names.length > 0 && unknown === undefined) return undefined;
  const near = unknown === undefined ? undefined : nearest(unknown, known);
  const meant = near === undefined ? '' : ` Did you mean ${near}?`;
  return `found "${unknown ?? text}"; accepted are ${known.join(', ')}, with commas between them.${meant} Any other platform is a plugin: npm create itsm-plugin`;
}
