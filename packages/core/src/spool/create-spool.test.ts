import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analysisOf } from '../__tests__/samples.ts';
import { ItsmError } from '../itsm-error.ts';
import { createSpool, type TakeIn } from './create-spool.ts';
import { spoolFolder, spoolName } from './spool-folder.ts';
import type { SpooledAnalysis } from './spooled-analysis.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'itsm-spool-'));
});
afterEach(() => rm(dir, { recursive: true }));

const gone = new ItsmError('ledger', 'Nothing answers.');
const spooled = (jobId: string, over: Partial<SpooledAnalysis> = {}): SpooledAnalysis => ({
  ...{ environment: 'TEST', integration: 'jira', spooledAt: new Date('2025-10-27T10:30:00.123Z') },
  analysis: analysisOf('critical', jobId),
  ...over,
});

/** A spool, and a process that takes in and notes what it put on record. */
function setUp(enqueue: TakeIn['enqueue'] = async () => {}) {
  const problems: string[] = [];
  const recorded: string[] = [];
  const spool = createSpool(spoolFolder(dir), problem => problems.push(String(problem)));
  const takeIn = (over: Partial<TakeIn> = {}) =>
    spool.takeIn({
      environment: 'TEST',
      integrations: new Set(['servicenow', 'jira']),
      async enqueue(one) {
        await enqueue(one);
        recorded.push(`${one.analysis.job.id}: ${one.integration}`);
      },
      ...over,
    });
  return { spool, takeIn, problems, recorded };
}
const files = () => readdir(dir);

it('says how many wait, and none before there is a folder', async () => {
  const { spool } = setUp();
  expect(await spool.size()).toBe(0);
  await spool.put(spooled('a'));
  await spool.put(spooled('b'));
  expect(await spool.size()).toBe(2);
});

describe('put', () => {
  it('keeps one file per analysis that says what it is', async () => {
    const { spool } = setUp();
    const path = await spool.put(spooled('a'));
    expect(path).toBe(join(dir, spoolName('TEST', 'jira', 'a')));
    expect(await readFile(path, 'utf8')).toBe(
      '{"version":1,"environment":"TEST","integration":"jira","spooled_at":"2025-10-27T10:30:00.123Z",' +
        '"analysis":{"job":{"id":"a","title":"Checkout requests time out","severity":"critical"},"analysis":{}}}\n',
    );
  });

  it('replaces it with the newest', async () => {
    const { spool } = setUp();
    await spool.put(spooled('a'));
    const path = await spool.put(spooled('a', { analysis: analysisOf('low', 'a') }));
    expect(await files()).toHaveLength(1);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ analysis: { job: { severity: 'low' } } });
  });

  it('loses no integration where two processes spool the same job at once', async () => {
    const [one, other] = [setUp(), setUp()];
    for (let n = 0; n < 20; n++) {
      await Promise.all([
        one.spool.put(spooled(`${n}`, { integration: 'jira' })),
        other.spool.put(spooled(`${n}`, { integration: 'servicenow' })),
      ]);
    }
    await one.takeIn();
    expect(one.recorded).toHaveLength(40);
  });
});

describe('takeIn', () => {
  it('puts each on record, and then removes its file', async () => {
    const { spool, takeIn, recorded } = setUp(async () => expect(await files()).not.toEqual([]));
    await spool.put(spooled('a'));
    await spool.put(spooled('b', { integration: 'servicenow' }));
    await takeIn();
    expect(recorded.toSorted()).toEqual(['a: jira', 'b: servicenow']);
    expect(await files()).toEqual([]);
  });

  it('leaves every file as it is while the ledger is away', async () => {
    const { spool, takeIn } = setUp(() => Promise.reject(gone));
    const path = await spool.put(spooled('a'));
    const before = await readFile(path, 'utf8');
    await expect(takeIn()).rejects.toBe(gone);
    expect(await readFile(path, 'utf8')).toBe(before);
    expect(await files()).toHaveLength(1);
  });

  it('leaves what is of another environment, or for none of its integrations', async () => {
    const { spool, takeIn, recorded } = setUp();
    await spool.put(spooled('a', { environment: 'PROD' }));
    await spool.put(spooled('b', { integration: 'pagerduty' }));
    await takeIn();
    expect(recorded).toEqual([]);
    expect(await files()).toHaveLength(2);
  });

  it('takes its own part and leaves the others’ for them', async () => {
    const { spool, takeIn, recorded } = setUp();
    await spool.put(spooled('a'));
    await spool.put(spooled('a', { integration: 'servicenow' }));
    await takeIn({ integrations: new Set(['jira']) });
    expect(recorded).toEqual(['a: jira']);
    await takeIn();
    expect(recorded).toEqual(['a: jira', 'a: servicenow']);
    expect(await files()).toEqual([]);
  });

  it('takes up what a process left when it died between record and removal', async () => {
    const { spool, takeIn, recorded } = setUp();
    const path = await spool.put(spooled('a'));
    await spoolFolder(dir).move(path, `${spoolName('TEST', 'jira', 'a')}.1.taken`);
    await takeIn();
    expect(recorded).toEqual(['a: jira']);
    expect(await files()).toEqual([]);
  });

  it('loses nothing that is spooled for the same job while it takes in', async () => {
    let more: (() => Promise<unknown>) | undefined;
    const { spool, takeIn, recorded } = setUp(async () => {
      await more?.();
      more = undefined;
    });
    await spool.put(spooled('a'));
    more = () => spool.put(spooled('a', { analysis: analysisOf('low', 'a') }));
    await takeIn();
    expect(recorded).toEqual(['a: jira', 'a: jira']);
    expect(await files()).toEqual([]);
  });

  it.each([
    ['is cut off', '{"version":1,"environment":"TE'],
    ['is of another version', '{"version":2}'],
    [
      'holds no analysis',
      '{"version":1,"environment":"TEST","integration":"jira","spooled_at":"2025-10-27T10:30:00Z"}',
    ],
  ])('sets aside a file that %s, says so, and takes in the rest', async (_, text) => {
    const { spool, takeIn, problems, recorded } = setUp();
    await writeFile(join(dir, '0.json'), text);
    await spool.put(spooled('a'));
    await takeIn();
    expect(recorded).toEqual(['a: jira']);
    expect(await files()).toEqual(['0.json.bad']);
    expect(await readFile(join(dir, '0.json.bad'), 'utf8')).toBe(text);
    expect(problems).toEqual([
      expect.stringContaining(`0.json is no spooled analysis. It is kept as ${dir}/0.json.bad`),
    ]);
    await takeIn();
    expect(problems).toHaveLength(1);
  });

  it('sets aside what cannot be read at all', async () => {
    const { takeIn, problems } = setUp();
    await mkdir(join(dir, '0.json'));
    await takeIn();
    expect(await files()).toEqual(['0.json.bad']);
    expect(problems).toHaveLength(1);
  });
});
