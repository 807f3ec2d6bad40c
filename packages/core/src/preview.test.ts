import { describe, expect, it } from 'vitest';
import { unauthorized } from './__tests__/failures.ts';
import { analysisOf, connectedTo, draftOf, keyOf, notAborted } from './__tests__/samples.ts';
import { type Script, scriptedAdapter } from './__tests__/scripted-adapter.ts';
import type { ItsmAdapter } from './contracts.ts';
import { ItsmError } from './itsm-error.ts';
import { preview } from './preview.ts';

const read = { analysis: analysisOf(), takenOut: {} };

async function play(script: Script, online: boolean) {
  const scripted = scriptedAdapter(script);
  const adapter: ItsmAdapter = { ...scripted, unresolved: () => ['assignment_group'] };
  const shown = await preview(read, connectedTo(adapter), { online, signal: notAborted });
  return { shown, calls: scripted.calls };
}

describe('preview', () => {
  it('shows the request that would be sent, with its sign-in masked, and asks nobody', async () => {
    const { shown, calls } = await play({ resolve: ['resolved'] }, false);
    expect(shown).toEqual({
      ...{ key: keyOf('abc123'), jobId: 'abc123', integration: 'servicenow', platform: 'servicenow' },
      followUps: [],
      title: 'Checkout requests time out',
      request: {
        method: 'POST',
        url: 'https://example.service-now.com/api/now/table/incident',
        headers: { Authorization: 'Basic [secret]' },
        body: JSON.stringify({ title: 'Checkout requests time out', correlation_id: keyOf('abc123') }),
      },
      unresolved: ['assignment_group'],
      redacted: {},
      warnings: [],
    });
    expect(calls).toEqual([]);
  });

  it('online looks names up, and nothing is left unresolved', async () => {
    const { shown, calls } = await play({ resolve: ['resolved'] }, true);
    expect(JSON.parse(shown.request.body)).toMatchObject({ group: 'resolved' });
    expect(shown.unresolved).toEqual([]);
    expect(calls).toEqual(['resolve']);
  });

  it('online, with a platform that has no names to look up, is the same request', async () => {
    const { shown, calls } = await play({}, true);
    expect(JSON.parse(shown.request.body)).toEqual({
      title: 'Checkout requests time out',
      correlation_id: keyOf('abc123'),
    });
    expect(calls).toEqual([]);
  });

  it('shows the warnings of the draft', async () => {
    const warnings = [{ code: 'undefined-variable', message: 'analysis.timeline' }];
    const connected = connectedTo(scriptedAdapter({}), () => ({ ...draftOf(), warnings }));
    const shown = await preview(read, connected, { online: false, signal: notAborted });
    expect(shown.warnings).toEqual(warnings);
  });

  it('fails with what is wrong: it is made to find that out', async () => {
    await expect(play({ resolve: [unauthorized()] }, true)).rejects.toMatchObject({ kind: 'auth' });
    await expect(play({ prepareError: new ItsmError('mapping', 'no priority') }, false)).rejects.toMatchObject({
      kind: 'mapping',
    });
  });
});
