import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ItsmError } from '../itsm-error.ts';
import { type SpoolFolder, spoolName } from './spool-folder.ts';
import { parseSpooled, type SpooledAnalysis, spooledText } from './spooled-analysis.ts';

export interface TakeIn {
  readonly environment: string;
  /** Those that this process can put on record. */
  readonly integrations: ReadonlySet<string>;
  /** Puts it on record; once, however often it is called. @throws ItsmError kind `ledger`: the rest waits. */
  enqueue(spooled: SpooledAnalysis): Promise<void>;
}

/** Analyses that wait for the ledger, each in a file of its own. */
export interface Spool {
  /** Durable once it resolves; what waited for the same job is replaced. @returns the file */
  put(spooled: SpooledAnalysis): Promise<string>;
  /** Files of other environments and integrations stay; one that cannot be read is set aside. */
  takeIn(how: TakeIn): Promise<void>;
  /** Tells whoever runs this process. */
  report(problem: unknown): void;
}

export function createSpool(folder: SpoolFolder, report: Spool['report']): Spool {
  const write = (spooled: SpooledAnalysis) =>
    folder.write(spoolName(spooled.environment, spooled.analysis.job.id), spooledText(spooled));

  const setAside = async (path: string, cause: unknown) => {
    const words = cause instanceof Error ? cause.message : String(cause);
    const moved = await folder.move(path, `${basename(path)}.bad`);
    const where = moved === undefined ? 'It is gone' : `It is kept as ${moved}`;
    report(new ItsmError('input', `${path} is no spooled analysis. ${where}: ${words}`, { cause }));
  };
  /** Undefined where it is gone, or has been set aside. */
  const readOrSetAside = async (path: string): Promise<SpooledAnalysis | undefined> => {
    try {
      const text = await folder.read(path);
      return text === undefined ? undefined : parseSpooled(text);
    } catch (error) {
      await setAside(path, error);
      return undefined;
    }
  };
  const waitingFor = async (environment: string, jobId: string) => {
    const path = (await folder.list()).find(one => basename(one) === spoolName(environment, jobId));
    return path === undefined ? undefined : readOrSetAside(path);
  };

  /** Puts what is ours of it on record. @returns what is left; undefined where nothing is ours. */
  const record = async (spooled: SpooledAnalysis, { environment, integrations, enqueue }: TakeIn) => {
    const ours = spooled.integrations.filter(name => integrations.has(name));
    if (spooled.environment !== environment || ours.length === 0) return undefined;
    await enqueue({ ...spooled, integrations: ours });
    return spooled.integrations.filter(name => !integrations.has(name));
  };

  const takeOne = async (path: string, how: TakeIn) => {
    const spooled = await readOrSetAside(path);
    if (spooled === undefined) return;
    const left = await record(spooled, how);
    if (left === undefined) return;
    // Whoever spools the same job from now on writes a new file; who was in time for this one is read again.
    const name = basename(path);
    const taken = name.endsWith('.json') ? await folder.move(path, `${name}.${randomUUID()}.taken`) : path;
    if (taken === undefined) return;
    const newest = await readOrSetAside(taken);
    if (newest !== undefined && !isDeepStrictEqual(newest, spooled)) await record(newest, how);
    const others = newest === undefined ? left : newest.integrations.filter(one => !how.integrations.has(one));
    if (others.length > 0) await leave({ ...(newest ?? spooled), integrations: others });
    await folder.remove(taken);
  };

  /** For another process, without a word against a newer analysis of the same job. */
  const leave = async (spooled: SpooledAnalysis) => {
    const newer = await waitingFor(spooled.environment, spooled.analysis.job.id);
    await write({ ...(newer ?? spooled), integrations: union(newer?.integrations, spooled.integrations) });
  };

  return {
    report,
    async put(spooled) {
      // Another call may have asked for other integrations.
      const before = await waitingFor(spooled.environment, spooled.analysis.job.id);
      return write({ ...spooled, integrations: union(before?.integrations, spooled.integrations) });
    },
    async takeIn(how) {
      for (const path of await folder.list()) await takeOne(path, how);
    },
  };
}

const union = (before: readonly string[] = [], more: readonly string[]): readonly string[] => [
  ...new Set([...before, ...more]),
];
