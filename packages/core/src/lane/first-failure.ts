import type { ItsmAdapter } from '../contracts.ts';

/**
 * One read of the platform: the first step of a check reaches it and signs in, the later ones ask for more than a probe
 * has to know.
 *
 * @returns in words what is wrong; undefined when it is well.
 */
export async function firstFailure(adapter: ItsmAdapter, signal: AbortSignal): Promise<string | undefined> {
  try {
    for await (const { ok, detail } of adapter.check({ key: 'probe', signal })) return ok ? undefined : detail;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
