import { type Fault, type ServiceNowOptions, servicenowFaults } from '@itsm-bridge/testkit';

/** Something that instances do, and what the plugin makes of it when it delivers one analysis. */
export interface Behaviour {
  readonly what: string;
  /** Where it is known from. */
  readonly source: string;
  readonly options?: ServiceNowOptions;
  /** Of the integration. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** What happens to the first POST, in turn. */
  readonly post?: Fault['effect'];
  readonly lookUp?: Fault['effect'];
  /** The status of the delivery, and after a colon its warnings or the kind of its error. */
  readonly makes: string;
  /** How many incidents the instance has then. */
  readonly incidents: 0 | 1;
}

const created = { makes: 'created', incidents: 1 } as const;
const found = { makes: 'found', incidents: 1 } as const;
const warned = (...codes: readonly string[]) => ({ makes: `created: ${codes.join(', ')}`, incidents: 1 }) as const;
const failed = (kind: string) => ({ makes: `failed: ${kind}`, incidents: 0 }) as const;
const defaults = (fields: Readonly<Record<string, string>>) => ({ members: { defaults: fields } });
const stranger = { sys_id: 'f'.repeat(32), number: 'INC0000001', correlation_id: '' };
const faults = servicenowFaults;

const fields: readonly Behaviour[] = [
  {
    what: 'ignores a field that the table does not have, and answers 201',
    source: 'Table API, reported by many',
    ...defaults({ u_none: 'x' }),
    ...warned('field-unknown'),
  },
  {
    what: 'discards a field that an ACL protects, before business rules',
    source: 'field write ACL, measured',
    ...defaults({ contact_type: 'email' }),
    options: { acl: { deniedFields: { 'incident.contact_type': ['write'] } } },
    ...warned('field-dropped'),
  },
  {
    what: 'leaves a reference empty to which no record belongs',
    source: 'Table API, display values',
    ...defaults({ cmdb_ci: 'f'.repeat(32) }),
    ...warned('field-dropped'),
  },
  {
    what: 'stores any text for a choice, and shows it',
    source: 'sys_choice',
    ...defaults({ contact_type: 'pigeon' }),
    ...warned('not-a-choice'),
  },
  {
    what: 'has no group of that name',
    source: 'sysparm_input_display_value',
    ...defaults({ assignment_group: 'Dev0ps Team' }),
    ...warned('unresolved-reference'),
  },
  {
    what: 'has no user with that e-mail address',
    source: 'sys_user',
    ...defaults({ caller_id: 'nobody@company.com' }),
    ...warned('unresolved-reference'),
  },
  {
    what: 'has two configuration items of one name',
    source: 'cmdb_ci has no unique name',
    ...defaults({ cmdb_ci: 'twice' }),
    options: { records: { cmdb_ci: [{ name: 'twice' }, { name: 'twice' }] } },
    ...warned('unresolved-reference'),
  },
  {
    what: 'computes another priority from impact and urgency',
    source: 'priority data lookup',
    options: { priorityMatrix: { '1': { '2': '3' } } },
    ...warned('field-changed'),
  },
  {
    what: 'has a business rule that writes over a field',
    source: 'business rules',
    ...defaults({ contact_type: 'email' }),
    options: {
      rules: [
        { table: 'incident', name: 'Triage', when: 'insert', change: row => ({ ...row, contact_type: 'phone' }) },
      ],
    },
    ...warned('field-changed'),
  },
  {
    what: 'cuts a text that is longer than its column',
    source: 'KB0685779',
    ...defaults({ u_short: 'x'.repeat(50) }),
    options: { columns: { incident: { u_short: { maxLength: 40 } } } },
    ...warned('field-truncated'),
  },
];

const refusals: readonly Behaviour[] = [
  {
    what: 'aborts by a business rule',
    source: '403 "aborted by Business Rule"',
    post: faults.businessRuleAbort(),
    ...failed('rejected'),
  },
  {
    what: 'has a data policy that misses fields',
    source: '403 "Data Policy Exception"',
    ...defaults({ state: '6' }),
    ...failed('rejected'),
  },
  {
    what: 'denies inserts by an ACL',
    source: '403 "ACL Exception Insert Failed"',
    post: faults.aclRefusal('Insert'),
    ...failed('auth'),
  },
  {
    what: 'does not have the table',
    source: '400 "Invalid table"',
    members: { table: 'u_none' },
    ...failed('rejected'),
  },
  {
    what: 'does not know the user',
    source: '401 "User Not Authenticated"',
    members: { password: 'wrong' },
    ...failed('auth'),
  },
  {
    what: 'refuses basic sign-in',
    source: 'SNCRestrictBasicAuthUserAuthenticationGate',
    options: { basic: 'refused' },
    ...failed('auth'),
  },
];

const limits: readonly Behaviour[] = [
  {
    what: 'has a rate rule, with its headers',
    source: 'inbound REST API rate limiting',
    post: faults.rateRule({ perHour: 100, resetMs: Date.now() + 1_000, waitMs: 1_000 }),
    ...created,
  },
  {
    what: 'has no semaphore left, and sends no header',
    source: 'KB1297438, KB3046852',
    post: faults.semaphoresFull(),
    ...created,
  },
  { what: 'cancels by quota in the queue', source: 'KB0866547, 500', post: faults.quotaCancelledInQueue(), ...created },
];

const falseSuccesses: readonly Behaviour[] = [
  { what: 'queues on a session, 202, and does it', source: 'KB3047080', post: faults.accepted(true), ...found },
  {
    what: 'queues on a session, 202, and drops it',
    source: 'KB3047080',
    post: faults.accepted(false),
    makes: 'unknown: outcome-unknown',
    incidents: 0,
  },
  {
    what: 'answers its hibernating page with 200',
    source: 'vdesabou/kafka-docker-playground#8777',
    post: faults.hibernating(),
    ...created,
  },
  { what: 'answers a sign-in page with 200', source: 'single sign-on, several', post: faults.loginPage(), ...created },
  {
    what: 'leads to the sign-in page',
    source: '302 login.do, several',
    post: faults.loginRedirect(),
    ...failed('config'),
  },
  {
    what: 'hibernates all the while',
    source: 'developer instances',
    options: { state: 'hibernating' },
    makes: 'unknown: unavailable',
    incidents: 0,
  },
  {
    what: 'cancels by quota in the answer, 200 with broken JSON',
    source: 'KB1297438',
    post: faults.quotaCancelled(true),
    ...found,
  },
  {
    what: 'answers a result without a sys_id',
    source: 'success predicate',
    post: faults.resultWithoutSysId(true),
    ...found,
  },
  { what: 'answers an error beside a result', source: 'KB1297438', post: faults.errorBesideResult(true), ...found },
  { what: 'answers an empty result', source: 'success predicate', post: faults.emptyResult(true), ...found },
  { what: 'answers 201 without a body', source: 'X-no-response-body', post: faults.createdWithoutBody(true), ...found },
  { what: 'breaks the answer off', source: 'networks', post: { kind: 'half-body', commit: true }, ...found },
  { what: 'drops the connection after its work', source: 'networks', post: { kind: 'drop', commit: true }, ...found },
  {
    what: 'drops the clause of the look-up and returns strangers',
    source: 'glide.invalid_query.returns_no_rows, syncrona M12',
    post: { kind: 'status', status: 502 },
    lookUp: { kind: 'status', status: 200, body: { result: [stranger, stranger] } },
    makes: 'unknown: config',
    incidents: 0,
  },
];

export const behaviours: readonly Behaviour[] = [...fields, ...refusals, ...limits, ...falseSuccesses];
