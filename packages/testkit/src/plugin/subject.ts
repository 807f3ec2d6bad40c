import type { AdapterDecorator, ItsmAdapter, TicketDraft } from '@itsm-bridge/core';
import { type Bench, openBench } from '../adapter/open-bench.ts';
import type { RecordedRequest } from '../simulator/recorded-request.ts';
import type { PlatformUnderTest, PluginUnderTest } from './plugin-under-test.ts';
import { analysisOf } from './samples.ts';

/** A plugin on its platform, opened for one test. */
export interface Subject extends AsyncDisposable, Pick<Bench, 'itsm'> {
  readonly under: PluginUnderTest;
  readonly platform: PlatformUnderTest;
  /** As the plugin connected it, or as the dry run decorated it. */
  readonly adapter: ItsmAdapter;
  /** What core would hand to `prepare`, names resolved where the adapter can. */
  draftOf(analysis?: object): Promise<TicketDraft>;
  /** What core would hand to `resolve`: the same draft with its names. */
  namedDraftOf(analysis?: object): Promise<TicketDraft>;
  /** The requests that create, in their order. */
  creates(): readonly RecordedRequest[];
  /** All requests since the last `clearRequests`. */
  requests(): readonly RecordedRequest[];
  /** Those of them that are not known to read. */
  writes(): readonly RecordedRequest[];
}

/** @param env instead of the platform's own */
export type OpenSubject = (
  members?: Readonly<Record<string, unknown>>,
  env?: Readonly<Record<string, string>>,
) => Promise<Subject>;

const reading = ['GET', 'HEAD', 'OPTIONS'];
const tap = 'contract_tap';

/** A fresh platform, and core with the plugin and short waits before retries. Each member of the config can be given. */
export const subjects =
  (under: PluginUnderTest): OpenSubject =>
  async (members = {}, env) => {
    const platform = await under.open();
    const drafts: TicketDraft[] = [];
    const tapping: AdapterDecorator = {
      needsSecrets: true,
      wrap: inner => ({
        ...inner,
        prepare(draft) {
          drafts.push(draft);
          return inner.prepare(draft);
        },
      }),
    };
    const name = under.plugin.name;
    try {
      const bench = await openBench({
        config: { [name]: { ...platform.config, retry: { base_seconds: 0.01 }, [tap]: true, ...members } },
        plugins: [under.plugin],
        decorators: { dry_run: under.dryRun, [tap]: tapping },
        env: env ?? platform.env,
      });
      const bare = bench.adapter();
      const draftOf = async (analysis: object, online: boolean) => {
        await bench.itsm.preview(analysis, { online });
        const draft = drafts.at(-1);
        if (!draft) throw new TypeError('Core has prepared nothing.');
        return draft;
      };
      const path = (request: RecordedRequest) => `${request.method} ${request.path}`;
      return {
        under,
        platform,
        itsm: bench.itsm,
        adapter: members.dry_run === true ? under.dryRun.wrap(bare) : bare,
        draftOf: (analysis = analysisOf('abc123')) => draftOf(analysis, members.dry_run !== true),
        namedDraftOf: (analysis = analysisOf('abc123')) => draftOf(analysis, false),
        creates: () => platform.simulator.requests.filter(request => path(request) === platform.creates),
        requests: () => platform.simulator.requests,
        writes: () =>
          platform.simulator.requests.filter(
            request => !reading.includes(request.method) && !platform.reads?.includes(path(request)),
          ),
        [Symbol.asyncDispose]: async () => {
          await bench[Symbol.asyncDispose]();
          await platform.simulator.close();
        },
      };
    } catch (error) {
      await platform.simulator.close();
      throw error;
    }
  };
