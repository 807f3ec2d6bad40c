import { readdirSync, readFileSync } from 'node:fs';
import { type Analysis, parseAnalysis } from '@itsm-bridge/core';

const folder = new URL('../../../../examples/analyses/', import.meta.url);

/** What the demo delivers, without the address of the report: that one is a second request, to link the ticket with it. */
export const exampleAnalyses: readonly Analysis[] = readdirSync(folder)
  .filter(name => name.endsWith('.json'))
  .map(name => {
    const analysis = parseAnalysis(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
    const { url: _, ...job } = analysis.job;
    return { ...analysis, job };
  });

/** The one that costs the least by itself: what is around it shows most. */
export const shortestAnalysis: Analysis = exampleAnalyses.reduce((one, other) =>
  sizeOf(other) < sizeOf(one) ? other : one,
);

function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}
