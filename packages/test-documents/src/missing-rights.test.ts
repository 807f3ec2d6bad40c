import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createItsm } from '@itsm-bridge/core';
import { jira } from '@itsm-bridge/plugin-jira';
import { servicenow } from '@itsm-bridge/plugin-servicenow';
import { startJira, startServiceNow } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { root } from './pages.ts';
import { rightsTakenAway, type Taken } from './rights-taken-away.ts';

const guide = readFileSync(join(root, 'docs/ITSM_INTEGRATION_GUIDE.md'), 'utf8');
const specification = JSON.parse(readFileSync(join(root, 'examples/config/itsm_config.json'), 'utf8'));
/** `FAILED jira: step: words` as the guide shows it, in a table or alone. */
const shown = new Set([...guide.matchAll(/`(FAILED [^`]+)`/g)].map(([, line = '']) => line));

const start = ({ platform, options }: Taken) =>
  platform === 'jira'
    ? startJira(options)
    : startServiceNow({ records: { incident: [{ number: 'INC0000001' }] }, ...options });

/** The first failure that `itsm check --online` prints. */
async function firstFailure(taken: Taken): Promise<string> {
  const { platform, members } = taken;
  const simulator = await start(taken);
  const value = { [platform]: { ...specification[platform], endpoint: simulator.url, ...members } };
  const env = { SERVICENOW_PASSWORD: 'sandbox', JIRA_API_TOKEN: 'sandbox' };
  const itsm = await createItsm({ config: { value }, plugins: [servicenow, jira], env });
  try {
    const failed = (await itsm.check({ online: true })).find(({ ok }) => !ok);
    return `FAILED ${failed?.integration}: ${failed?.step}: ${failed?.detail}`;
  } finally {
    await itsm.close();
    await simulator.close();
  }
}

describe('the guide shows what the check says', () => {
  const said = new Set<string>();
  it.each(rightsTakenAway)('without $what in $platform', async taken => {
    const line = await firstFailure(taken);
    said.add(line);
    expect([...shown], line).toContain(line);
  });

  it('and nothing that it does not say', () => {
    expect([...shown].filter(line => !said.has(line))).toEqual([]);
  });
});
