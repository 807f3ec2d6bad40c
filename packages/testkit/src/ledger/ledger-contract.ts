import type { LedgerUnderTest, OpenLedger, TestRunner } from './ledger-under-test.ts';
import { testApprovals } from './test-approvals.ts';
import { testAudit } from './test-audit.ts';
import { testBreaker } from './test-breaker.ts';
import { testChanges } from './test-changes.ts';
import { testClaims } from './test-claims.ts';
import { testDecisions } from './test-decisions.ts';
import { testDoubt } from './test-doubt.ts';
import { testDryRuns } from './test-dry-runs.ts';
import { testDueDeliveries } from './test-due-deliveries.ts';
import { testEventLog } from './test-event-log.ts';
import { testEventScope } from './test-event-scope.ts';
import { testEvents } from './test-events.ts';
import { testHour } from './test-hour.ts';
import { testLanes } from './test-lanes.ts';
import { testPace } from './test-pace.ts';
import { testQueries } from './test-queries.ts';
import { testQueue } from './test-queue.ts';
import { testRestored } from './test-restored.ts';
import { testRetention } from './test-retention.ts';
import { testSchedule } from './test-schedule.ts';
import { testSearch } from './test-search.ts';
import { testSettlements } from './test-settlements.ts';
import { testStories } from './test-stories.ts';
import { testTexts } from './test-texts.ts';
import { testTraces } from './test-traces.ts';
import { testTwins } from './test-twins.ts';
import { testWakeUps } from './test-wake-ups.ts';

/**
 * What every ledger must do, as tests of the runner that is handed in.
 *
 * @param makeLedger called once, in the first test. Closing what it opened is the caller's.
 */
export function ledgerContract(runner: TestRunner, makeLedger: () => Promise<LedgerUnderTest>): void {
  let opened: Promise<LedgerUnderTest> | undefined;
  const open: OpenLedger = () => {
    opened ??= makeLedger();
    return opened;
  };
  for (const test of suites) test(runner, open);
}

const suites = [
  ...[
    testClaims,
    testDoubt,
    testSchedule,
    testSettlements,
    testDryRuns,
    testDecisions,
    testApprovals,
    testAudit,
    testEvents,
    testQueries,
    testTexts,
  ],
  ...[
    testLanes,
    testBreaker,
    testPace,
    testHour,
    testQueue,
    testTraces,
    testWakeUps,
    testChanges,
    testTwins,
    testDueDeliveries,
    testEventLog,
    testEventScope,
    testSearch,
    testStories,
    testRetention,
    testRestored,
  ],
];
