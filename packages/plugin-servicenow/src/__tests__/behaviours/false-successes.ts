import { servicenowFaults } from '@itsm-bridge/testkit';
import { type Behaviour, created, failed } from './behaviour.ts';

const found = { makes: 'found', incidents: 1 } as const;
const stranger = { sys_id: 'f'.repeat(32), number: 'INC0000001', correlation_id: '' };

export const falseSuccesses: readonly Behaviour[] = [
  {
    what: 'queues on a session, 202, and does it',
    source: 'KB3047080',
    post: servicenowFaults.accepted(true),
    ...found,
  },
  {
    what: 'queues on a session, 202, and drops it',
    source: 'KB3047080',
    post: servicenowFaults.accepted(false),
    makes: 'unknown: outcome-unknown',
    incidents: 0,
  },
  {
    what: 'answers its hibernating page with 200',
    source: 'vdesabou/kafka-docker-playground#8777',
    post: servicenowFaults.hibernating(),
    ...created,
  },
  {
    what: 'answers a sign-in page with 200',
    source: 'single sign-on, several',
    post: servicenowFaults.loginPage(),
    ...created,
  },
  {
    what: 'leads to the sign-in page',
    source: '302 login.do, several',
    post: servicenowFaults.loginRedirect(),
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
    post: servicenowFaults.quotaCancelled(true),
    ...found,
  },
  {
    what: 'answers a result without a sys_id',
    source: 'success predicate',
    post: servicenowFaults.resultWithoutSysId(true),
    ...found,
  },
  {
    what: 'answers an error beside a result',
    source: 'KB1297438',
    post: servicenowFaults.errorBesideResult(true),
    ...found,
  },
  { what: 'answers an empty result', source: 'success predicate', post: servicenowFaults.emptyResult(true), ...found },
  {
    what: 'answers 201 without a body',
    source: 'X-no-response-body',
    post: servicenowFaults.createdWithoutBody(true),
    ...found,
  },
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
