import type { AxiosInstance } from 'axios';
import type { Connected } from './connected.ts';
import { contractProblem } from './contract-problem.ts';
import type {
  AdapterDecorator,
  Clock,
  FieldMapper,
  HttpConfig,
  Integration,
  ItsmPlugin,
  Lanes,
  PluginDeps,
  TemplateRenderer,
  Transport,
} from './contracts.ts';
import { ItsmError } from './itsm-error.ts';
import { createLane } from './lane/create-lane.ts';
import { createSeats, type Seats, seatsForAll } from './lane/seats.ts';
import { noToll, type Toll } from './lane/toll.ts';
import { deliveryKey } from './record/delivery-key.ts';
import { takesNothingOut } from './redact/create-redactor.ts';
import type { Redactor } from './redact/redactor.ts';
import { templatesOf } from './render/templates-of.ts';
import { discreetAdapter } from './send/discreet-adapter.ts';
import { knownSecrets } from './send/known-secrets.ts';
import { inSpan } from './trace/in-span.ts';
import { traceIdOf } from './trace/trace-id-of.ts';

export interface RegistryDeps {
  readonly plugins: readonly ItsmPlugin[];
  readonly decorators: Readonly<Record<string, AdapterDecorator>>;
  readonly renderer: TemplateRenderer;
  readonly mapper: FieldMapper;
  readonly clock: Clock;
  createHttp(config: HttpConfig, transport: Transport, clock: Clock, toll: Toll, seats: Seats): AxiosInstance;
}
/** What connected integrations share with the rest of an Itsm. */
export interface Shared {
  /** Of the ledger, asked for when the first request is made. */
  lanes(): Lanes;
  /** Told of each time that a platform asked to wait, and for how long. */
  onRetryAfter?(platform: string, ms: number): void;
  /** @default takes nothing out */
  readonly redactor?: Redactor;
}
export interface Registry {
  /** By the name that integrations use. */
  readonly plugins: ReadonlyMap<string, ItsmPlugin>;
  readonly decorators: Readonly<Record<string, AdapterDecorator>>;
  /**
   * Compiles and connects one integration.
   * @param live without the decorators that keep it from writing: it sends what somebody has approved, and nothing else
   * @throws ItsmError kinds `config` and `template`.
   */
  connect(integration: Integration, environment: string, shared: Shared, live?: boolean): Connected;
}

/** Name → plugin, and from an integration of the config to a connected one. */
export function createRegistry({ plugins, decorators, renderer, mapper, clock, createHttp }: RegistryDeps): Registry {
  const byName = new Map<string, ItsmPlugin>();
  for (const plugin of plugins) {
    if (byName.has(plugin.name))
      throw new ItsmError('config', `Two plugins are registered as "${plugin.name}"; register one.`);
    byName.set(plugin.name, checked(plugin));
  }
  return {
    plugins: byName,
    decorators,
    connect(integration, environment, { lanes, onRetryAfter = () => {}, redactor = takesNothingOut }, live = false) {
      const { name, settings, transport, policy } = integration;
      const plugin = byName.get(integration.plugin);
      if (!plugin) throw new ItsmError('config', `${name}: no plugin "${integration.plugin}" is registered.`);
      const templateOf = templatesOf(integration, plugin, renderer);
      const mapping = named(name, () => mapper.compile(integration.rules));
      const ownWords = [integration.rules, integration.template?.text, plugin.template.text];
      const lane = createLane({
        id: { environment, integration: name },
        policy,
        lanes,
        clock,
        onRetryAfter: ms => onRetryAfter(plugin.name, ms),
      });
      const seats = createSeats(policy.limits.concurrency);
      const known = knownSecrets(settings);
      const deps: PluginDeps = {
        integration: name,
        // A request waits in its seat for the sign-in that is part of it: that one must find its way past a full house.
        createHttp: given => {
          const config = { ...given, auth: known.remembering(given.auth) };
          return config.partOfOthers
            ? createHttp(config, transport, clock, noToll, seatsForAll)
            : createHttp(config, transport, clock, lane.toll, seats);
        },
        clock,
      };
      const bare = named(name, () => plugin.connect(settings, deps));
      const decorated = integration.decorators.reduce((inner, member) => {
        const decorator = decorators[member];
        // Never a live send where a dry run is asked for.
        if (!decorator) throw new ItsmError('config', `${name}: no decorator "${member}" is registered.`);
        const outer = decorator.wrap(inner);
        return live && inner.writes && !outer.writes ? inner : outer;
      }, bare);
      const adapter = discreetAdapter(decorated, known.takeOut);
      const keyOf = (jobId: string) => deliveryKey({ environment, integration: name, jobId });
      return {
        integration,
        adapter,
        lane,
        redactor,
        ...(bare.writes ? {} : { neverSends: true }),
        keyOf,
        draft(analysis) {
          const rendered = inSpan('itsm.render', {}, () => templateOf(analysis.report !== undefined).render(analysis));
          const { fields, warnings } = inSpan('itsm.map', {}, () => mapping.map(analysis));
          const traceId = traceIdOf(analysis);
          const { job } = analysis;
          const draft = { ...rendered, key: keyOf(job.id), job, analysis, fields };
          const all = {
            ...draft,
            ...(traceId === undefined ? {} : { traceId }),
            warnings: [...rendered.warnings, ...warnings],
          };
          return redactor.draft(all, ownWords);
        },
      };
    },
  };
}

/** The rules know where they stand in an integration, and not in which. */
function named<Result>(integration: string, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    if (!ItsmError.is(error)) throw error;
    throw new ItsmError(error.kind, `${integration}.${error.message}`, { cause: error });
  }
}

function checked(plugin: ItsmPlugin): ItsmPlugin {
  const problem = contractProblem(plugin);
  if (problem !== undefined) throw new ItsmError('config', problem);
  return plugin;
}
