import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { configRoot } from '../plugins/config-root.ts';
import { membersToAdd } from './members-to-add.ts';
import type { PlannedFile } from './write-files.ts';

/** What the files that are left as they were do not have. */
export interface Missing {
  /** Members of the config. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Names of variables that the config uses, or would with these members. */
  readonly env: readonly string[];
}

/** @param left those of the planned files that are there already */
export async function whatIsMissing(
  planned: readonly PlannedFile[],
  left: readonly PlannedFile[],
  { config, env }: { readonly config: string; readonly env: NodeJS.ProcessEnv },
): Promise<Missing> {
  const isLeft = (path: string) => left.some(file => file.path === path);
  const text = planned.find(({ path }) => path === config)?.text ?? '{}';
  const there = isLeft(config) ? await configRoot(config) : undefined;
  // Of a config that cannot be read, what is wrong is said by whatever reads it next.
  const members = there === undefined ? {} : membersToAdd(there, JSON.parse(text));
  const used = (isLeft(config) ? JSON.stringify(members) : text).matchAll(/\$\{(\w+)\}/g);
  const envFile = join(dirname(config), '.env');
  const known = { ...env, ...(isLeft(envFile) ? parseEnv(await readFile(envFile, 'utf8').catch(() => '')) : {}) };
  const names = new Set([...used].map(([, name = '']) => name));
  return { config: members, env: isLeft(envFile) ? [...names].filter(name => !(name in known)) : [] };
}
