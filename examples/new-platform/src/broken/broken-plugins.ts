import { brokenAnswers } from './broken-answers.ts';
import { brokenChanges } from './broken-changes.ts';
import { brokenCreates } from './broken-creates.ts';
import { brokenLookUps } from './broken-look-ups.ts';
import { brokenManners } from './broken-manners.ts';
import { brokenNames } from './broken-names.ts';
import { brokenPayloads } from './broken-payloads.ts';
import type { BrokenPlugin } from './broken-plugin.ts';
import { brokenSettings } from './broken-settings.ts';

/** One for each mistake that the contract suite has to find. */
export const brokenPlugins: readonly BrokenPlugin[] = [
  ...brokenSettings,
  ...brokenPayloads,
  ...brokenNames,
  ...brokenCreates,
  ...brokenLookUps,
  ...brokenAnswers,
  ...brokenChanges,
  ...brokenManners,
];
