import { describe, expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare, openDesk } from '../__tests__/desk.ts';
import { openImportDesk } from '../__tests__/import-desk.ts';

const denied = (right: 'read' | 'write') => ({ acl: { deniedFields: { 'incident.correlation_id': [right] } } });

describe('a ticket that does not have its key', () => {
  it.each([
    ['through the Table API, which dropped it', () => openDesk(bare, denied('write'))],
    ['through the Table API, which does not show it', () => openDesk(bare, denied('read'))],
    ['through an import set', () => openImportDesk({}, {}, denied('write'))],
  ])('is created with a warning of its own that says what follows: %s', async (_how, open) => {
    await using desk = await open();
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    expect(delivery).toMatchObject({ status: 'created', success: true });
    expect(delivery?.warnings).toEqual([
      {
        code: 'marker-lost',
        field: 'correlation_id',
        message: expect.stringMatching(
          /^correlation_id: .*may this user (write|read).*\? .*Without it this ticket is not found again, and a request whose answer is lost may make one more\.$/i,
        ),
      },
    ]);
  });

  it('has a warning about the key alone where another field was lost, too', async () => {
    const acl = {
      deniedFields: { 'incident.correlation_id': ['write' as const], 'incident.description': ['write' as const] },
    };
    await using desk = await openDesk(bare, { acl });
    const [delivery] = await desk.itsm.createTickets(analysisOf());
    const told = delivery?.warnings.map(({ code, field }) => `${field}: ${code}`).toSorted();
    expect(told).toEqual(['correlation_id: marker-lost', 'description: field-dropped']);
  });
});
