import { PassThrough, Readable } from 'node:stream';
import { run } from '@itsm-bridge/cli';
import type { Site } from '../site.ts';
import type { World } from '../world.ts';

export interface CommandRun {
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves once it has ended, with its exit status. */
  readonly ended: Promise<number>;
}

export interface RunOptions {
  /** Colours, progress and questions as on a terminal. */
  readonly terminal: boolean;
  readonly signal?: AbortSignal;
}

/** `itsm` as a shell calls it, in this process, with the secrets of a site and the password of the ledger. */
export function runCommand(
  { sites, house }: World,
  site: Site,
  args: readonly string[],
  { terminal, signal = new AbortController().signal }: RunOptions,
): CommandRun {
  const { stream: stdout, text: out } = caught(terminal);
  const { stream: stderr, text: err } = caught(terminal);
  const env = { ...site.env, DATABASE_URL: house.url, CONSOLE_TOKEN: house.consoleToken.text };
  const io = { stdin: Readable.from(['']), stdout, stderr, env, cwd: sites.folder, signal };
  return { stdout: out, stderr: err, ended: run(args, io) };
}

function caught(terminal: boolean): { readonly stream: PassThrough; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = Object.assign(new PassThrough(), { isTTY: terminal });
  stream.on('data', chunk => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
