/** Everything that chaos does to requests. What stands before `then` has taken effect; `before-commit` never does. */
export const chaosKinds = [
  '500',
  '502',
  '503',
  '503-retry-seconds',
  '503-retry-date',
  '504',
  '429-retry-seconds',
  '429-retry-date',
  'drop-before-commit',
  'commit-then-drop',
  'late-commit',
  'commit-then-502',
  'hang-before-commit',
  'commit-then-hang',
  'commit-then-half-body',
  'delay',
  'page-before-commit',
  'commit-then-page',
  /** ServiceNow only: an empty 202, as for a request that its session queues and perhaps drops. */
  '202-before-commit',
  'commit-then-202',
  /** ServiceNow only, and only where there is a query: it is answered as if it had no clause. */
  'dropped-clause',
] as const;

/** The statuses come before the commit: the request does nothing. `page` is HTML with status 200. */
export type ChaosKind = (typeof chaosKinds)[number];
