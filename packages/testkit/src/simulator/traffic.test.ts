import { describe, expect, it } from 'vitest';
import { startJira } from '../jira/start-jira.ts';
import { ask } from './__fixtures__/ask.ts';

const line = 'GET /rest/api/3/serverInfo';

describe('mostAtOnce', () => {
  it('is one where each request waits for the answer to the one before', async () => {
    await using jira = await startJira();
    expect(jira.mostAtOnce).toBe(0);
    for (let sent = 0; sent < 5; sent += 1) await ask(jira.url, line);
    expect(jira.mostAtOnce).toBe(1);
  });

  it('counts those that wait for their answers together, the hanging ones too, until they are given up on', async () => {
    const ends: (() => void)[] = [];
    await using jira = await startJira({ latencyMs: 1, sleep: () => new Promise<void>(end => ends.push(end)) });
    jira.fault({ effect: { kind: 'hang', commit: false } });
    const leaving = new AbortController();
    const hung = fetch(`${jira.url}/`, { signal: leaving.signal }).catch(() => 'left');
    await expect.poll(() => jira.transcript).toEqual(['GET / hung']);
    const sent = [ask(jira.url, line), ask(jira.url, line)];
    await expect.poll(() => ends.length).toBe(2);
    expect(jira.mostAtOnce).toBe(3);
    leaving.abort();
    expect(await hung).toBe('left');
    for (const end of ends.splice(0)) end();
    await Promise.all(sent);
    jira.clearRequests();
    const last = ask(jira.url, line);
    await expect.poll(() => ends.length).toBe(1);
    ends[0]?.();
    await last;
    expect(jira.mostAtOnce).toBe(1);
  });
});
