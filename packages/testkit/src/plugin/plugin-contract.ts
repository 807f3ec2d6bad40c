import type { TestRunner } from '../ledger/ledger-under-test.ts';
import type { PluginUnderTest } from './plugin-under-test.ts';
import { subjects } from './subject.ts';
import { testChangeFailures } from './test-change-failures.ts';
import { testChanges } from './test-changes.ts';
import { testCheck } from './test-check.ts';
import { testCreate } from './test-create.ts';
import { testDelivery } from './test-delivery.ts';
import { testDryRun } from './test-dry-run.ts';
import { testFind } from './test-find.ts';
import { testFindFailures } from './test-find-failures.ts';
import { testFindPages } from './test-find-pages.ts';
import { testLimits } from './test-limits.ts';
import { testLocate } from './test-locate.ts';
import { testPrepare } from './test-prepare.ts';
import { testResolve } from './test-resolve.ts';
import { testSecrets } from './test-secrets.ts';
import { testSettings } from './test-settings.ts';
import { testSignal } from './test-signal.ts';

/**
 * What every plugin must do, as tests of the runner that is handed in: on the platform that `open` gives, and once more as
 * a dry run. A test that fails says what the contract wants, and why.
 */
export function pluginContract(runner: TestRunner, under: PluginUnderTest): void {
  const open = subjects(under);
  runner.describe(`the plugin contract, by ${under.plugin.name}`, () => {
    testSettings(runner, open, under);
    testPrepare(runner, open);
    testLimits(runner, open);
    testResolve(runner, open);
    testCreate(runner, open, under);
    testFind(runner, open);
    testFindFailures(runner, open, under);
    testFindPages(runner, open, under);
    testLocate(runner, open);
    testChanges(runner, open, under);
    testChangeFailures(runner, open, under);
    testCheck(runner, open);
    testSignal(runner, open);
    testSecrets(runner, open);
    testDelivery(runner, open);
    testDryRun(runner, open, under.dryRun);
  });
}
