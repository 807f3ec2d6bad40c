import type { AxiosInstance } from 'axios';
import type { z } from 'zod';
import type { CheckStep, Created, FoundChange, Lookup, PlatformField, RequestPreview } from './adapter-answers.ts';
import type { Call } from './call.ts';
import type { Clock } from './clock.ts';
import type { FieldRules } from './field-mapper.ts';
import type { HttpConfig } from './http.ts';
import type { TemplateFormat, TemplateSource } from './template-renderer.ts';
import type { TicketChange, TicketDraft, TicketRef, TicketState, Updated } from './ticket.ts';

export interface ItsmPlugin<Settings = unknown, Payload = unknown> {
  /**
   * The version of this interface. `definePlugin` stamps the one of the core that the plugin imports, so that a plugin which
   * brought another core says so; which cores it was written for is the range of its peer dependency. It rises when a plugin
   * that was right before would no longer be.
   */
  readonly contract: 'v1';
  /** The config key it answers to. */
  readonly name: string;
  /** Strict: of the members that are not core's own. Secrets are `secret()`. */
  readonly settings: z.ZodType<Settings>;
  readonly fieldRules: FieldRules;
  readonly template: TemplateSource;
  /** Besides `markdown`, which every plugin takes. */
  readonly templateFormats?: readonly TemplateFormat[];
  /** How long its platform may go on with a request that nobody waits for any more. */
  readonly settleWindowMs: number;
  /** Once per integration, not per ticket: tokens, caches, throttle and breaker live as long as the adapter. */
  connect(settings: Settings, deps: PluginDeps): ItsmAdapter<Payload>;
}

export interface PluginDeps {
  /** The integration's name, for messages. */
  readonly integration: string;
  /** Axios whose failures are ItsmErrors without secrets; a write whose answer never came is `outcome-unknown`. */
  createHttp(config: HttpConfig): AxiosInstance;
  readonly clock: Clock;
}

export interface ItsmAdapter<Payload = unknown> {
  /** False for an adapter that never writes: it needs no claim. */
  readonly writes: boolean;
  /** Read-only and cached: names to platform ids (groups, callers, accounts). Before `prepare`; skipped offline. */
  resolve?(draft: TicketDraft, call: Call): Promise<TicketDraft>;
  /** Pure: the fields whose names `resolve` would still look up; an offline preview marks them. */
  unresolved?(draft: TicketDraft): readonly string[];
  /**
   * Pure: the exact payload `create` would transmit. No clock, no randomness, no network. Plain JSON that says all that
   * `create` has to know: it may be kept, shown to a person, and sent another day as it stands.
   */
  prepare(draft: TicketDraft): Payload;
  /** Pure: the request that carries the payload, byte for byte; sign-in headers masked. */
  describe(payload: Payload): RequestPreview;
  /** The one write that creates. @throws ItsmError, never a raw AxiosError. */
  create(payload: Payload, call: Call): Promise<Created>;
  /**
   * The ticket that carries `call.key`, each one verified.
   *
   * @param sent what `create` was given, where this run has sent it and its answer was lost: how the ticket differs from
   * it belongs among the warnings, as it would after a create
   * @throws ItsmError when the look-up itself failed
   */
  find(call: Call, sent?: Payload): Promise<Lookup>;
  update(ticket: TicketRef, change: TicketChange, call: Call): Promise<Updated>;
  /**
   * Read-only, before a change of unknown outcome is sent again: whether the ticket has it, known by the change's id.
   * `absent` of what stands there now; whether a request can still commit is core's to judge. What is `unsure` is never
   * sent again; `repeatable`: the platform takes the change's id for one change, however often it is sent. Without this
   * member only changes that can be repeated (fields, resolve, reopen, link) are.
   *
   * How the ticket differs from the change belongs among the warnings of what is applied, as it would after an update.
   */
  findChange?(ticket: TicketRef, change: TicketChange, call: Call): Promise<FoundChange>;
  /**
   * Pure: changes that belong to a ticket from its first minute, each with an id of its own that is always the same: the
   * whole report where the body was cut, the way back to the analysis. They are made once the ticket is on record, and
   * never at its price.
   */
  followUps?(draft: TicketDraft): readonly TicketChange[];
  /** Read-only: the ticket as it stands. Without this member a recurrence takes every earlier ticket for open. */
  read?(ticket: TicketRef, call: Call): Promise<TicketState>;
  /** Read-only steps: reach, sign in, permission, project or table, fields, values. */
  check(call: Call): AsyncIterable<CheckStep>;
  /**
   * Read-only: the ticket that people call so (INC0010001, OPS-17), for a person who has found the ticket of a delivery.
   * Undefined: there is none, or none that we may see. The name is as somebody typed it. Without this member no ticket can
   * be linked by hand.
   *
   * @throws ItsmError when the look-up itself failed
   */
  locate?(name: string, call: Call): Promise<TicketRef | undefined>;
  /**
   * Read-only, for the check: what the platform would not keep of a resolved draft, each with its reason. Without this
   * member `resolve` is taken to tell everything.
   */
  misfits?(draft: TicketDraft, call: Call): Promise<readonly string[]>;
  /** Read-only: the fields that a new ticket takes here, with the values that are allowed. */
  fields?(call: Call): Promise<readonly PlatformField[]>;
  close?(): Promise<void>;
}

export interface AdapterDecorator {
  /** False: the wrapped adapter signs in nowhere, so that a missing variable is no error. */
  readonly needsSecrets: boolean;
  wrap<Payload>(inner: ItsmAdapter<Payload>): ItsmAdapter<Payload>;
}
