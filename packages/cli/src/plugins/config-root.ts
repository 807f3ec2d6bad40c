import { readFile } from 'node:fs/promises';
import { parseJson } from '@itsm-bridge/core';

/** What a config holds, references as they are written; undefined where it cannot be read: what is wrong is core's to say. */
export async function configRoot(config: string): Promise<unknown> {
  try {
    return parseJson(await readFile(config, 'utf8'), { file: config, kind: 'config' });
  } catch {
    return undefined;
  }
}
