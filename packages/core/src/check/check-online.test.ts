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
