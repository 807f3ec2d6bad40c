import { startJira, startServiceNow } from '@itsm-bridge/testkit';
import { afterAll, describe, expect, it } from 'vitest';
import { analyses } from './cases/analyses.ts';
import { commandLine } from './cases/command-line.ts';
import { configMembers } from './cases/config-members.ts';
import { jsonSyntax } from './cases/json-syntax.ts';
import { mapping } from './cases/mapping.ts';
import { platforms } from './cases/platforms.ts';
import { secrets } from './cases/secrets.ts';
import { templates } from './cases/templates.ts';
import { pageText } from './page-text.ts';
import { runCase } from './run-case.ts';
import { soundEnv } from './sound-files.ts';

const topics = [jsonSyntax, configMembers, secrets, templates, mapping, analyses, commandLine, platforms];

const [servicenow, jira] = await Promise.all([startServiceNow(), startJira()]);
afterAll(() => Promise.all([servicenow, jira].map(platform => platform[Symbol.asyncDispose]())));
const listening = { servicenow: servicenow.url, jira: jira.url };

describe('what is malformed is told with its place and what to do, exit status 2, and nothing is sent', () => {
  it.each(topics)('$name', async topic => {
    const told = [];
    for (const one of topic.cases) told.push([one, await runCase(one, listening)] as const);

    for (const [{ what, status = 2 }, said] of told) {
      const printed = said.stdout + said.stderr;
      expect.soft(said.status, `${what}: ${printed}`).toBe(status);
      expect.soft(said.ledger, what).toBe(false);
      expect.soft(printed, what).not.toMatch(/^\s+at |This is a defect/m);
      for (const secret of Object.values(soundEnv)) expect.soft(printed, what).not.toContain(secret);
    }
    expect.soft([...servicenow.transcript, ...jira.transcript]).toEqual([]);
    await expect(pageText(topic, told)).toMatchFileSnapshot(`./pages/${topic.name}.md`);
  });
});
