import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { run } from '../../run.ts';
import { type FileContent, folder, type MalformedCase } from './malformed-case.ts';
import { jiraUrl, pluginFolder, servicenowUrl, sound, soundEnv } from './sound-files.ts';

/** Where the simulators of this run listen. */
export interface Platforms {
  readonly servicenow: string;
  readonly jira: string;
}

export interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Whether a ledger was opened: nothing may be on record of what is malformed. */
  readonly ledger: boolean;
}

const packages = fileURLToPath(new URL('../../../../', import.meta.url));

/** Runs the command of a case in a new folder, in this process. The ports are as in the sound files again in what it says. */
export async function runCase(
  { files = {}, env = soundEnv, stdin = '', args }: MalformedCase,
  platforms: Platforms,
): Promise<Said> {
  const cwd = await mkdtemp(join(tmpdir(), 'itsm-malformed-'));
  try {
    const all: Readonly<Record<string, FileContent>> = { ...sound, ...files };
    for (const [file, content] of Object.entries(all)) {
      const path = join(cwd, file);
      await mkdir(content === folder ? path : dirname(path), { recursive: true });
      if (content === null || content === folder) continue;
      await writeFile(path, typeof content === 'string' ? listening(content, platforms) : content);
    }
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const io = { stdin: Readable.from([stdin]), stdout, stderr, env, cwd, signal: new AbortController().signal };
    const status = await run(args, io);
    for (const stream of [stdout, stderr]) stream.end();
    const shown = async (stream: PassThrough) => asWritten(await text(stream), platforms).replaceAll(cwd, '<folder>');
    const ledger = existsSync(join(cwd, '.itsm'));
    return { status, stdout: await shown(stdout), stderr: await shown(stderr), ledger };
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

const listening = (content: string, { servicenow, jira }: Platforms): string =>
  content.replaceAll(servicenowUrl, servicenow).replaceAll(jiraUrl, jira).replaceAll(pluginFolder, packages);

const asWritten = (said: string, { servicenow, jira }: Platforms): string =>
  said.replaceAll(servicenow, servicenowUrl).replaceAll(jira, jiraUrl).replaceAll(packages, pluginFolder);
