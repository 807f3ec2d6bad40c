import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { run } from '../run.ts';

export interface Printed {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}
/** A folder of its own, in which the command is run in this process with its output caught. */
export interface Shell extends AsyncDisposable {
  readonly dir: string;
  itsm(args: readonly string[], signal?: AbortSignal, onStderr?: (text: string) => void): Promise<Printed>;
  /** As `itsm --json`, each line parsed. */
  json(args: readonly string[]): Promise<readonly Record<string, unknown>[]>;
  write(file: string, content: unknown): Promise<void>;
}

export async function openShell(env: Readonly<Record<string, string>> = {}): Promise<Shell> {
  const dir = await mkdtemp(join(tmpdir(), 'itsm-cli-'));
  const itsm: Shell['itsm'] = async (args, signal = new AbortController().signal, onStderr = () => {}) => {
    const stdout = caught();
    const stderr = caught();
    stderr.on('data', chunk => onStderr(String(chunk)));
    const io = { stdin: Readable.from(['']), stdout, stderr, env, cwd: dir, signal };
    const status = await run(args, io);
    return { status, stdout: stdout.text(), stderr: stderr.text() };
  };
  return {
    dir,
    itsm,
    async json(args) {
      const { stdout } = await itsm([...args, '--json']);
      return stdout
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line));
    },
    write: (file, content) =>
      writeFile(join(dir, file), typeof content === 'string' ? content : JSON.stringify(content, null, 2)),
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }),
  };
}

function caught(): PassThrough & { text(): string } {
  const chunks: Buffer[] = [];
  const stream = new PassThrough();
  stream.on('data', chunk => chunks.push(chunk));
  return Object.assign(stream, { text: () => Buffer.concat(chunks).toString('utf8') });
}

/** The specification's config to the letter, with the endpoints of the simulators. */
export async function specConfig(servicenow: string, jira: string): Promise<string> {
  const file = new URL('../../../../examples/config/itsm_config.json', import.meta.url);
  const text = await readFile(file, 'utf8');
  return text.replace('https://instance.service-now.com', servicenow).replace('https://company.atlassian.net', jira);
}

export const sandboxSecrets = { SERVICENOW_PASSWORD: 'sandbox', JIRA_API_TOKEN: 'sandbox' };
