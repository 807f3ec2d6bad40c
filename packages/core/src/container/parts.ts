import type {
  AdapterDecorator,
  Clock,
  EventSink,
  FieldMapper,
  ItsmPlugin,
  Ledger,
  SecretProvider,
  TemplateRenderer,
} from '../contracts.ts';

/** What a team may exchange by `tokens`, as it is in the end. */
export interface Parts {
  readonly plugins: readonly ItsmPlugin[];
  readonly decorators: Readonly<Record<string, AdapterDecorator>>;
  readonly renderer: TemplateRenderer;
  readonly mapper: FieldMapper;
  readonly secretProviders: readonly SecretProvider[];
  readonly clock: Clock;
  random(): number;
  /** Asked for where `createItsm` is given none, and once. */
  ledger(clock: Clock): Ledger;
  /** Asked for last, and once: a sink of a module may be made of the ledger, whoever gave that. */
  sinks(ledger: Ledger): readonly EventSink[];
}
