import type { ServiceIdentifier } from 'inversify';
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
import type { Deliver } from '../pipeline.ts';
import type { Registry } from '../registry.ts';
import type { CreateHttp } from '../send/create-http.ts';
import type { Update } from '../update.ts';

const token = <T>(name: string): ServiceIdentifier<T> => Symbol.for(`itsm-bridge.${name}`);

/** What a team may rebind with a module of its own. A list is bound once for each of its members. */
export const tokens = {
  plugin: token<ItsmPlugin>('plugin'),
  decorators: token<Readonly<Record<string, AdapterDecorator>>>('decorators'),
  renderer: token<TemplateRenderer>('renderer'),
  mapper: token<FieldMapper>('mapper'),
  ledger: token<Ledger>('ledger'),
  sink: token<EventSink>('sink'),
  secretProvider: token<SecretProvider>('secret-provider'),
  clock: token<Clock>('clock'),
  random: token<() => number>('random'),
  createHttp: token<CreateHttp>('create-http'),
  registry: token<Registry>('registry'),
  fanOut: token<EventSink>('fan-out'),
  deliver: token<Deliver>('deliver'),
  update: token<Update>('update'),
} as const;
