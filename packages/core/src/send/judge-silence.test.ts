import { describe, expect, it } from 'vitest';
import { answerJson, localServer } from '../__tests__/local-server.ts';
import { integration } from '../__tests__/samples.ts';
import { createHttp } from './create-http.ts';
import { judgeSilence } from './judge-silence.ts';
import { noAuth } from './no-auth.ts';
import { systemClock } from './system-clock.ts';

const write = { method: 'POST', url: 'https://itsm.example.com/x', message: 'why', status: undefined, timedOut: false };

describe('a write without an answer', () => {
  it.each([
    ['ECONNREFUSED', 'connect'],
    ['EPROTO', 'write'],
    ['CERT_HAS_EXPIRED', undefined],
    ['UND_ERR_INVALID_ARG', undefined],
  ])('that may have been given to a connection is unknown, whatever its code (%s of %s)', (code, syscall) => {
    expect(judgeSilence({ ...write, code, syscall, begun: true }).kind).toBe('outcome-unknown');
  });

  it.each([
    ['ECONNRESET', 'connect', 'unavailable'],
    ['UND_ERR_ABORTED', 'connect', 'unavailable'],
    ['UND_ERR_INVALID_ARG', 'connect', 'config'],
  ])('that was given to none was not sent (%s of %s): %s', (code, syscall, kind) => {
    expect(judgeSilence({ ...write, code, syscall, begun: false }).kind).toBe(kind);
  });

  it('is unknown where what failed is not of the wire: it may have come after the answer', async () => {
    await using server = await localServer(answerJson(201, {}));
    const inspect = () => {
      throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' });
    };
    const config = { baseURL: server.url, auth: noAuth, errorMessage: () => undefined, inspect };
    const given = createHttp(config, integration.transport, systemClock).post('/x', {});
    await expect(given).rejects.toMatchObject({ kind: 'outcome-unknown' });
    expect(server.received).toHaveLength(1);
  });
});
