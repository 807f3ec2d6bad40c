import { describe, expect, it } from 'vitest';
import { connectedTo, draftOf, integration } from '../__tests__/samples.ts';
import { type Script, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import type { Connected } from '../connected.ts';
import { ItsmError } from '../itsm-error.ts';
import { sampleAnalysis } from '../sample-analysis.ts';
import { checkOffline } from './check-offline.ts';

function play(script: Script = {}, draft?: Connected['draft']) {
  const adapter = scriptedAdapter(script);
  const steps = checkOffline(connectedTo(adapter, draft), sampleAnalysis);
  expect(adapter.calls).toEqual([]);
  return steps;
}

describe('checkOffline', () => {
  it('says which request a sample becomes, and how large it is', () => {
    const [step, ...others] = play();
    expect(step).toMatchObject({ integration: 'servicenow', step: 'request', ok: true });
    expect(step?.detail).toMatch(
      /^a sample analysis becomes POST https:\/\/example\.service-now\.com\/api\/now\/table\/incident with \d+ bytes$/,
    );
    expect(others).toEqual([]);
  });

  it('counts bytes, not characters', () => {
    const sizeOf = (title: string) =>
      Number(/with (\d+)/.exec(play({}, () => ({ ...draftOf(), title }))[0]?.detail ?? '')?.[1]);
    expect(sizeOf('ä') - sizeOf('a')).toBe(1);
  });

  it('ends at a template that cannot be rendered', () => {
    const broken = () => {
      throw new ItsmError('template', 'incident.md:3: expected "endif"');
    };
    expect(play({}, broken)).toEqual([
      {
        integration: 'servicenow',
        step: 'template and mapping',
        ok: false,
        detail: 'incident.md:3: expected "endif"',
        hint: 'Mend the template there; "itsm preview" shows what it becomes.',
      },
    ]);
  });

  it('fails for each undefined variable, and still says what the request is', () => {
    const warnings = [
      { code: 'undefined-variable', message: 'incident.md:1: job.owner is undefined' },
      { code: 'undefined-variable', message: 'incident.md:2: job.team is undefined' },
    ];
    expect(play({}, () => ({ ...draftOf(), warnings }))).toMatchObject([
      { ok: false, detail: 'incident.md:1: job.owner is undefined', hint: expect.stringContaining('default filter') },
      { ok: false, detail: 'incident.md:2: job.team is undefined' },
      { step: 'request', ok: true },
    ]);
  });

  it('fails for what is wrong with another severity alone, once', () => {
    const draft: Connected['draft'] = ({ job: { severity } }) => {
      if (severity === 'low') throw new ItsmError('mapping', 'subcategory: no value for severity "low"');
      const message = severity === 'medium' ? 'a.md:2: job.team is undefined' : 'a.md:1: job.owner is undefined';
      return { ...draftOf(), warnings: [{ code: 'undefined-variable', message }] };
    };
    expect(play({}, draft)).toMatchObject([
      { ok: false, detail: 'a.md:1: job.owner is undefined' },
      { ok: false, detail: 'medium: a.md:2: job.team is undefined' },
      { ok: false, detail: 'low: subcategory: no value for severity "low"', hint: expect.stringContaining('the rule') },
      { step: 'request', ok: true },
    ]);
  });

  it('fails for a template among the constants, once, and still says what the request is', () => {
    const rules = { ...integration.rules, defaults: { short_description: '[RCA] {{job.title}}' } };
    const connected = { ...connectedTo(scriptedAdapter({})), integration: { ...integration, rules } };
    expect(checkOffline(connected, sampleAnalysis)).toEqual([
      {
        integration: 'servicenow',
        step: 'template and mapping',
        ok: false,
        detail:
          'defaults.short_description: "{{job.title}}" is sent as it stands; a template belongs into field_mappings.fields',
        hint: expect.stringContaining('Move it there'),
      },
      expect.objectContaining({ step: 'request', ok: true }),
    ]);
  });

  it('fails where the payload cannot be made', () => {
    expect(play({ prepareError: new TypeError('fields.priority is no text') })).toMatchObject([
      { integration: 'servicenow', step: 'request', ok: false, detail: 'fields.priority is no text' },
    ]);
  });
});
