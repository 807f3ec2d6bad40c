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
import { token } from './token.ts';

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
} as const;
