import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Site } from '../site.ts';

/** The config of a site as a file, its plugin named by its path where it does not come with the command. */
export async function writeCommandConfig(site: Site, members: object = {}): Promise<string> {
  const { plugin } = site.signIn;
  const comes = plugin === 'servicenow' || plugin === 'jira';
  const named = comes ? {} : { plugin: fileURLToPath(import.meta.resolve(`@itsm-bridge/plugin-${plugin}`)) };
  const file = join(site.folder, `config-${plugin}.json`);
  const value = { $settings: { environment: 'canary-command' }, [plugin]: { ...named, ...site.config, ...members } };
  await writeFile(file, JSON.stringify(value));
  return file;
}
