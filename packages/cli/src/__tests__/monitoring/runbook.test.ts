import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alerts, root } from './read-alerts.ts';

const markdown = readFileSync(join(root, 'docs/ITSM_RUNBOOK.md'), 'utf8');
const sections = new Map(
  markdown
    .split(/^## /m)
    .slice(1)
    .map(text => [text.slice(0, text.indexOf('\n')), text] as const),
);
const ofAlerts = [...sections.keys()].filter(heading => heading.startsWith('Itsm'));

describe('the runbook', () => {
  it('has a section for each alert, and none for another', () => {
    expect(new Set(ofAlerts)).toEqual(new Set(alerts.map(({ alert }) => alert)));
    expect(ofAlerts.length).toBe(alerts.length);
  });

  it.each(alerts)('is where the alert points: $alert', ({ alert, annotations }) => {
    expect(annotations.runbook_url).toBe(`docs/ITSM_RUNBOOK.md#${alert.toLowerCase()}`);
  });

  it.each(ofAlerts)('says what it means, how to look, what to do, and when it is over: %s', heading => {
    const words = [...(sections.get(heading) ?? '').matchAll(/^\*\*([^*]+)\*\*/gm)].map(([, word = '']) => word);
    expect(words.join(' ').replaceAll(/[.,]/g, '').toLowerCase()).toBe('means look do over');
  });
});
