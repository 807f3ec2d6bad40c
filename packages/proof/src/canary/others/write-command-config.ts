import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Site } from '../site.ts';

export interface CommandConfig {
  /** Of the integration, and so of its lane. @default the plugin's */
  readonly name?: string;
  /** @default its path where it does not come with the command */
  readonly plugin?: string;
}

/** The config of a site as a file. */
export async function writeCommandConfig(site: Site, { name, plugin: other }: CommandConfig = {}): Promise<string> {
  const { plugin } = site.signIn;
  const comes = plugin === 'servicenow' || plugin === 'jira';
  const path = comes ? plugin : fileURLToPath(import.meta.resolve(`@itsm-bridge/plugin-${plugin}`));
  const file = join(site.folder, `config-${name ?? plugin}.json`);
  const integration = { plugin: other ?? path, ...site.config };
  const value = { $settings: { environment: 'canary-command' }, [name ?? plugin]: integration };
  await writeFile(file, JSON.stringify(value));
  return file;
}
