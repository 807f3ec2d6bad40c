import type { DeliveryPolicy } from '../../contracts.ts';
import type { CommonMembers } from '../members/common-members.ts';

/** Worth a second ticket rather than none above `medium`; below, a person decides. */
const byDefault: DeliveryPolicy['onUnresolved'] = {
  critical: 'recreate',
  high: 'recreate',
  medium: 'review',
  low: 'review',
};

/** @param settleWindowMs The plugin's own, for an integration that names none. */
export function deliveryPolicy(members: CommonMembers, settleWindowMs: number): DeliveryPolicy {
  return {
    maxRetries: members.retry.max_retries,
    baseMs: Math.round(members.retry.base_seconds * 1000),
    retryAfterCapMs: members.retry.retry_after_cap,
    onUnresolved: onUnresolved(members.on_unresolved),
    settleWindowMs: members.settle_window ?? settleWindowMs,
    leaseMs: members.lease,
    laterMs: members.retry.later,
    onRecurrence: members.on_recurrence,
    reopenWithinMs: members.reopen_within,
    limits: {
      requestsPerSecond: members.limits.requests_per_second,
      concurrency: members.limits.concurrency,
      ticketsPerHour: members.limits.tickets_per_hour,
    },
  };
}

function onUnresolved(given: CommonMembers['on_unresolved']): DeliveryPolicy['onUnresolved'] {
  if (typeof given === 'string') return { critical: given, high: given, medium: given, low: given };
  return {
    critical: given?.critical ?? byDefault.critical,
    high: given?.high ?? byDefault.high,
    medium: given?.medium ?? byDefault.medium,
    low: given?.low ?? byDefault.low,
  };
}
