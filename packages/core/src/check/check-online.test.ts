import { expect, it } from 'vitest';
import { connectedTo } from '../__tests__/samples.ts';
import { scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { sampleAnalysis } from '../sample-analysis.ts';
import { checkOnline } from './check-online.ts';

const signal = new AbortController().signal;

it('asks an adapter that has no names to resolve what the platform would not keep', async () => {
  const adapter = { ...scriptedAdapter({}), misfits: async () => ['There is no label "outage".'] };
  expect(await checkOnline(connectedTo(adapter), sampleAnalysis, signal)).toMatchObject([
    { step: 'mapped fields', ok: false, detail: 'There is no label "outage".' },
  ]);
});

it('asks nothing further of an adapter that can say nothing further', async () => {
  expect(await checkOnline(connectedTo(scriptedAdapter({})), sampleAnalysis, signal)).toEqual([]);
});

it('tells of what a plugin throws as a failure of its integration, after what was answered before', async () => {
  async function* check() {
    yield { step: 'reach', ok: true, detail: 'It answers.' };
    throw new TypeError('rows is undefined');
  }
  expect(await checkOnline(connectedTo({ ...scriptedAdapter({}), check }), sampleAnalysis, signal)).toEqual([
    { integration: 'servicenow', step: 'reach', ok: true, detail: 'It answers.' },
    {
      integration: 'servicenow',
      step: 'check',
      ok: false,
      detail: 'rows is undefined',
      hint: 'This is a defect of the plugin servicenow; nothing further was asked of this platform.',
    },
  ]);
});

it('ends with the caller', async () => {
  const stopped = AbortSignal.abort();
  // biome-ignore lint/correctness/useYield: it ends before it can
  async function* check() {
    throw new TypeError('aborted');
  }
  const checking = checkOnline(connectedTo({ ...scriptedAdapter({}), check }), sampleAnalysis, stopped);
  await expect(checking).rejects.toThrow('aborted');
});
