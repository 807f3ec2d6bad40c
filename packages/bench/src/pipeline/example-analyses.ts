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
