import { servicenowFaults } from '@itsm-bridge/testkit';
import { type CreateBehaviour, created, defaults, denied, failed } from './behaviour.ts';

const found = { makes: 'found', incidents: 1 } as const;

export const falseSuccesses: readonly CreateBehaviour[] = [
  {
    what: 'queues on a session, 202, and does it',
    source: 'KB3047080 §5.4, community blog 2289402',
    post: servicenowFaults.accepted(true),
    ...found,
  },
  {
    what: 'queues on a session, 202, and drops it',
    source: 'KB3047080 §5.4, docs.arc46.io',
    post: servicenowFaults.accepted(false),
    makes: 'unknown: outcome-unknown',
    incidents: 0,
  },
  {
    what: 'answers its hibernating page with 200',
    source: 'kafka-docker-playground#8777',
    post: servicenowFaults.hibernating(),
    ...created,
  },
  {
    what: 'answers a sign-in page with 200',
    source: 'open: single sign-on, several clients',
    post: servicenowFaults.loginPage(),
    ...created,
  },
  {
    what: 'leads to the sign-in page, 302',
    source: 'open: login.do, several clients',
    post: servicenowFaults.loginRedirect(),
    ...failed('config'),
  },
  {
    what: 'hibernates all the while',
    source: 'kafka-docker-playground#8778',
    options: { state: 'hibernating' },
    makes: 'unknown: unavailable',
    incidents: 0,
  },
  {
    what: 'cancels by quota in the answer, 200 with broken JSON',
    source: 'KB1297438',
    post: servicenowFaults.quotaCancelled(true),
    ...found,
  },
  {
    what: 'answers a result without a sys_id',
    source: 'open: no sighting',
    post: servicenowFaults.resultWithoutSysId(true),
    ...found,
  },
  {
    what: 'answers an error beside a result',
    source: 'KB1297438',
    post: servicenowFaults.errorBesideResult(true),
    ...found,
  },
  {
    what: 'answers an error without a message beside a result',
    source: 'open: seen are messages; KB1297438',
    post: {
      kind: 'status',
      status: 200,
      body: { result: { sys_id: '0'.repeat(32) }, error: { message: null, detail: null }, status: 'failure' },
      commit: true,
    },
    ...found,
  },
  { what: 'answers an empty result', source: 'open: no sighting', post: servicenowFaults.emptyResult(true), ...found },
  {
    what: 'answers 201 without a body',
    source: 'c_TableAPI.md: X-no-response-body',
    post: servicenowFaults.createdWithoutBody(true),
    ...found,
  },
  {
    what: 'breaks the answer off',
    source: 'open: proxies; kibana#143046',
    post: { kind: 'half-body', commit: true },
    ...found,
  },
  {
    what: 'drops the connection after its work',
    source: 'hyperdx PR#2534',
    post: { kind: 'drop', commit: true },
    ...found,
  },
  {
    what: 'drops the connection after work that discarded a field',
    source: 'hyperdx PR#2534; measured: field write ACL',
    ...defaults({ contact_type: 'email' }),
    ...denied('write', 'contact_type'),
    post: { kind: 'drop', commit: true },
    makes: 'found: field-dropped',
    incidents: 1,
  },
];
