import type { AxiosInstance } from 'axios';
import type { z } from 'zod';
import type { Clock } from './clock.ts';
import type { FieldRules } from './field-mapper.ts';
import type { HttpConfig } from './http.ts';
import type { Warning } from './json.ts';
import type { TemplateFormat, TemplateSource } from './template-renderer.ts';
import type { TicketChange, TicketDraft, TicketRef, TicketState, Updated } from './ticket.ts';

export interface ItsmPlugin<Settings = unknown, Payload = unknown> {
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
   * sent again. Without this member only changes that can be repeated (fields, resolve, reopen, link) are.
   */
  findChange?(ticket: TicketRef, change: TicketChange, call: Call): Promise<'applied' | 'absent' | 'unsure'>;
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

export interface Call {
  readonly key: string;
  readonly signal: AbortSignal;
  /** Absent while it is certain that nothing has reached the platform. */
  readonly doubt?: Doubt;
  /**
   * The retries are used up: what this turn cannot look up is done without, or the ticket is lost. Before that a failed
   * look-up is thrown, and made again. @default false
   */
  readonly last?: boolean;
}

/** An earlier request may have created the ticket. */
export interface Doubt {
  /** The first doubtful send began then: a ticket older than that is not ours. */
  readonly from: Date;
  /** The last doubtful send can have left until then. */
  readonly until: Date;
  /** Every doubtful send had an answer: the platform has finished with them, whatever it did. */
  readonly answered: boolean;
}

export type Created =
  | { readonly kind: 'created'; readonly ticket: TicketRef; readonly warnings: readonly Warning[] }
  | { readonly kind: 'dry-run'; readonly payload: unknown; readonly warnings: readonly Warning[] };

export type Lookup =
  /** The oldest ticket with the key, and the others. */
  | {
      readonly kind: 'found';
      readonly ticket: TicketRef;
      readonly twins: readonly TicketRef[];
      /** @default none */
      readonly warnings?: readonly Warning[];
    }
  /**
   * `conclusive`: the look-up sees every ticket committed before it began. Whether a request can still commit is core's
   * to judge.
   */
  | { readonly kind: 'absent'; readonly conclusive: boolean };

export interface RequestPreview {
  readonly method: 'POST' | 'PUT' | 'PATCH';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PlatformField {
  /** As a mapping writes it. */
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** In the platform's words. */
  readonly type: string;
  /** A ticket without it is refused, and the platform has no default for it. */
  readonly required: boolean;
  /** As a mapping writes them; undefined: whatever fits the type. */
  readonly allowed?: readonly string[];
}

export interface CheckStep {
  readonly step: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly hint?: string;
}
