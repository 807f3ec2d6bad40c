import { ContainerModule } from 'inversify';
import { type ApplyChange, createApplyChange } from '../change/apply-change.ts';
import type {
  AdapterDecorator,
  Clock,
  EventSink,
  FieldMapper,
  ItsmPlugin,
  Ledger,
  TemplateRenderer,
} from '../contracts.ts';
import { fanOut } from '../emit/fan-out.ts';
import { warnThat } from '../emit/warn-that.ts';
import { createFollowUp, type FollowUp } from '../follow/follow-up.ts';
import { createFieldMapper } from '../map/create-field-mapper.ts';
import { createPipeline } from '../pipeline.ts';
import { createMemoryLedger } from '../record/memory/create-memory-ledger.ts';
import { createRecur } from '../recur/recur.ts';
import { createRegistry } from '../registry.ts';
import { compileText } from '../render/compile-text.ts';
import { createRenderer } from '../render/create-renderer.ts';
import { type CreateHttp, createHttp } from '../send/create-http.ts';
import { createOnce } from '../send/create-once.ts';
import { systemClock } from '../send/system-clock.ts';
import { tracedChange } from '../trace/traced-change.ts';
import { tracedDelivery } from '../trace/traced-delivery.ts';
import { createUpdate } from '../update.ts';
import { internalTokens } from './internal-tokens.ts';
import { tokens } from './tokens.ts';

type Random = () => number;
type Decorators = Readonly<Record<string, AdapterDecorator>>;

/** How the stages are put together. Everything is bound before anything is resolved. */
export const coreModule = new ContainerModule(({ bind }) => {
  bind(tokens.clock).toConstantValue(systemClock);
  bind(tokens.random).toConstantValue(Math.random);
  bind(internalTokens.createHttp).toConstantValue(createHttp);
  bind(tokens.renderer).toConstantValue(createRenderer());
  bind(tokens.mapper).toConstantValue(createFieldMapper({ compileText }));
  bind(tokens.ledger)
    .toResolvedValue((clock: Clock): Ledger => createMemoryLedger({ clock }), [tokens.clock])
    .inSingletonScope();
  bind(internalTokens.fanOut)
    .toResolvedValue(
      (sinks: EventSink[]) => fanOut(sinks, warnThat('An event sink failed')),
      [{ serviceIdentifier: tokens.sink, isMultiple: true }],
    )
    .inSingletonScope();
  bind(internalTokens.registry)
    .toResolvedValue(
      (
        plugins: ItsmPlugin[],
        decorators: Decorators,
        renderer: TemplateRenderer,
        mapper: FieldMapper,
        clock: Clock,
        http: CreateHttp,
      ) => createRegistry({ plugins, decorators, renderer, mapper, clock, createHttp: http }),
      [
        { serviceIdentifier: tokens.plugin, isMultiple: true },
        tokens.decorators,
        tokens.renderer,
        tokens.mapper,
        tokens.clock,
        internalTokens.createHttp,
      ],
    )
    .inSingletonScope();
  bind(internalTokens.applyChange)
    .toResolvedValue(
      (ledger: Ledger, sink: EventSink, clock: Clock, random: Random) =>
        tracedChange(createApplyChange({ ledger, sink, clock, random })),
      [tokens.ledger, internalTokens.fanOut, tokens.clock, tokens.random],
    )
    .inSingletonScope();
  bind(internalTokens.followUp)
    .toResolvedValue(
      (ledger: Ledger, applyChange: ApplyChange) => createFollowUp({ ledger, applyChange }),
      [tokens.ledger, internalTokens.applyChange],
    )
    .inSingletonScope();
  bind(internalTokens.deliver)
    .toResolvedValue(
      (ledger: Ledger, sink: EventSink, clock: Clock, random: Random, applyChange: ApplyChange, followUp: FollowUp) => {
        const recur = createRecur({ ledger, clock, random, applyChange });
        const once = createOnce({ clock, random });
        return tracedDelivery(createPipeline({ ledger, sink, clock, recur, followUp, createOnce: once }));
      },
      [
        tokens.ledger,
        internalTokens.fanOut,
        tokens.clock,
        tokens.random,
        internalTokens.applyChange,
        internalTokens.followUp,
      ],
    )
    .inSingletonScope();
  bind(internalTokens.update)
    .toResolvedValue(
      (applyChange: ApplyChange, clock: Clock) => createUpdate({ applyChange, clock }),
      [internalTokens.applyChange, tokens.clock],
    )
    .inSingletonScope();
});
