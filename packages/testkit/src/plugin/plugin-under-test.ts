import type { AdapterDecorator, Fields, ItsmPlugin, TicketChange } from '@itsm-bridge/core';
import type { Simulator } from '../simulator/simulator.ts';

export interface PluginUnderTest {
  readonly plugin: ItsmPlugin;
  /** `dryRun` of @itsm-bridge/plugin-dryrun: the whole suite runs on the decorated plugin once more. */
  readonly dryRun: AdapterDecorator;
  /** A platform without tickets, for each test one of its own. The suite closes it. */
  open(): Promise<PlatformUnderTest>;
  /** The changes that the plugin makes. It refuses the others with kind `config`. */
  readonly changes: readonly TicketChange['kind'][];
  /** What a change of kind `fields` sets. @default `{}` */
  readonly fields?: Fields;
  /** Whether the platform can be asked for a ticket by its key. @default true */
  readonly findable?: boolean;
  /** Whether the platform takes a key for one ticket, however often it is sent: `find` says `repeatable`. @default false */
  readonly repeatable?: boolean;
  /** Whether every 2xx means that the ticket is made, whatever it says. @default false: the answer has to name the ticket */
  readonly anyAnswer?: boolean;
}

export interface PlatformUnderTest {
  readonly simulator: Pick<Simulator, 'url' | 'requests' | 'fault' | 'clearRequests' | 'close'>;
  /** The integration as a config file has it: endpoint, sign-in; secrets as `${NAME}`. */
  readonly config: Readonly<Record<string, unknown>>;
  /** The variables that `config` names. Their values are the secrets that no error may show. */
  readonly env: Readonly<Record<string, string>>;
  /** The request that creates a ticket: method, space, path. */
  readonly creates: string;
  /**
   * Requests that read although their method is not GET, HEAD or OPTIONS, as searches do that take their query in a body:
   * method, space, path. Every other such request of a check or a `locate` is a write. @default none
   */
  readonly reads?: readonly string[];
  /** How many tickets the platform holds with that key: read through its second door, not by its API. */
  ticketsWith(key: string): number;
}
