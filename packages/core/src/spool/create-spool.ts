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
  /**
   * Puts it on record; once, however often it is called.
   * @throws ItsmError kinds `input` (it is set aside) and `ledger` (the rest waits)
   */
  enqueue(spooled: SpooledAnalysis): Promise<void>;
}

/** Analyses that wait for the ledger, each in a file for each integration. */
export interface Spool {
  /** Durable once it resolves; what waited for the same job and integration is replaced. @returns the file */
  put(spooled: SpooledAnalysis): Promise<string>;
  /** Files of other environments and integrations stay; one that cannot be read is set aside. */
  takeIn(how: TakeIn): Promise<void>;
  /** How many files wait, those of other environments and integrations in the folder included. */
  size(): Promise<number>;
  /** Tells whoever runs this process. */
  report(problem: unknown): void;
}

export function createSpool(folder: SpoolFolder, report: Spool['report']): Spool {
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

  const takeOne = async (path: string, { environment, integrations, enqueue }: TakeIn) => {
    const spooled = await readOrSetAside(path);
    if (spooled?.environment !== environment || !integrations.has(spooled.integration)) return;
    try {
      await enqueue(spooled);
    } catch (error) {
      if (ItsmError.is(error) && error.kind === 'input') return setAside(path, error);
      throw error;
    }
    // Whoever spools the same from now on writes a new file; who was in time for this one is read again.
    const name = basename(path);
    const taken = name.endsWith('.json') ? await folder.move(path, `${name}.${randomUUID()}.taken`) : path;
    if (taken === undefined) return;
    const newest = await readOrSetAside(taken);
    if (newest !== undefined && !isDeepStrictEqual(newest, spooled)) await enqueue(newest);
    await folder.remove(taken);
  };

  return {
    report,
    put: spooled =>
      folder.write(spoolName(spooled.environment, spooled.integration, spooled.analysis.job.id), spooledText(spooled)),
    size: async () => (await folder.list()).length,
    async takeIn(how) {
      for (const path of await folder.list()) await takeOne(path, how);
    },
  };
}
