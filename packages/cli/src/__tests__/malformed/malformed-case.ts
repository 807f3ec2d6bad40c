import { sound } from './sound-files.ts';

/** Something that a person got wrong, and the command that is to say so. */
export interface MalformedCase {
  /** In words of the person: "a comma too many". */
  readonly what: string;
  /** By path, over the sound ones; null takes one away, `folder` puts a folder there. */
  readonly files?: Readonly<Record<string, FileContent>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly args: readonly string[];
  /** @default 2 */
  readonly status?: 0 | 1 | 2;
}

export const folder: unique symbol = Symbol('folder');

export type FileContent = string | Uint8Array | null | typeof folder;

export interface Topic {
  /** Names the page. */
  readonly name: string;
  readonly title: string;
  /** What the reader of the page should know first. */
  readonly about: string;
  readonly cases: readonly MalformedCase[];
}

export const configFile = 'config/itsm_config.json';
export const analysisFile = 'analyses/abc123.json';

/** A case that is one change of the sound config. */
export const inConfig = (
  what: string,
  from: string | RegExp,
  to: string,
  more: Partial<MalformedCase> = {},
): MalformedCase => ({
  what,
  args: ['check'],
  ...more,
  files: { [configFile]: changed(sound[configFile], from, to), ...more.files },
});

/** A case that is one change of the sound analysis. */
export const inAnalysis = (what: string, from: string | RegExp, to: string): MalformedCase => ({
  what,
  args: ['create', analysisFile],
  files: { [analysisFile]: changed(sound[analysisFile], from, to) },
});

export function changed(text: string, from: string | RegExp, to: string): string {
  const result = text.replace(from, () => to);
  if (result === text) throw new Error(`Nothing to change: ${from} is not in the sound file.`);
  return result;
}
