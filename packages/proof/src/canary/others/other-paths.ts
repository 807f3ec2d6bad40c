import type { OtherPath } from '../world.ts';
import { command } from './command.ts';
import { configFailures } from './config-failures.ts';
import { consolePages } from './console.ts';
import { crash } from './crash.ts';
import { foreignErrors } from './foreign-errors.ts';
import { heldBack } from './held-back.ts';
import { ledgerFailures } from './ledger-failures.ts';
import { sandboxPage } from './sandbox-page.ts';
import { storeFailures } from './store-failures.ts';
import { transportFailures } from './transport-failures.ts';

/** Each of the ways to fail that are no platform's; the pages last, once there are tickets. */
export const otherPaths: readonly OtherPath[] = [
  ...[
    configFailures,
    storeFailures,
    ledgerFailures,
    transportFailures,
    heldBack,
    foreignErrors,
    command,
    consolePages,
    crash,
    sandboxPage,
  ],
];
