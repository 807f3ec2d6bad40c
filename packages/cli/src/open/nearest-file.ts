import { readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { nearest } from '@itsm-bridge/core';

/** The name of a file in the same folder that a misspelt path may stand for. */
export async function nearestFile(path: string): Promise<string | undefined> {
  try {
    const name = basename(path);
    if (name.length < 8) return undefined;
    const near = nearest(name, await readdir(dirname(path)));
    // A third of a name may differ: of two dated files the one that is not there would be taken for the other.
    return near !== undefined && digits(near) === digits(name) ? near : undefined;
  } catch {
    return undefined;
  }
}

const digits = (name: string): string => [...name.replace(/\D/g, '')].sort().join('');
