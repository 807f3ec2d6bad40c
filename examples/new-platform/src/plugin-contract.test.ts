import { pluginContract } from '@itsm-bridge/testkit';
import { describe, it } from 'vitest';
import { opsdesk } from './opsdesk.ts';
import { opsdeskUnderTest } from './opsdesk-under-test.ts';

pluginContract({ describe, it }, opsdeskUnderTest(opsdesk));
