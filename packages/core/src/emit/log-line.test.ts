import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { eventOfType } from '../__tests__/event-of-type.ts';
import type { ItsmEvent } from '../contracts.ts';
import { createLogger } from './create-logger.ts';
import { logSink } from './log-sink.ts';

/** What stands on the stream, line by line. */
function logged(events: readonly ItsmEvent[], readable = false): readonly string[] {
  const stream = new PassThrough();
  const sink = logSink(createLogger({ stream, readable }));
  for (const event of events) sink.emit(event);
  return String(stream.read() ?? '')
    .split('\n')
    .slice(0, -1);
}
const line = (...event: Parameters<typeof eventOfType>) => logged([eventOfType(...event)])[0];

const error = { kind: 'rejected', status: 400, message: 'priority: Specify a valid value' } as const;
const silence = { kind: 'outcome-unknown', message: 'POST /incident had no answer in time' } as const;

describe('a log line', () => {
  it('is the sample of the specification, member for member and in its order', () => {
    expect(line('ticket-created')).toBe(
      '{"timestamp":"2025-10-27T10:30:00Z","level":"INFO","message":"Ticket created successfully","job_id":"abc123",' +
        '"platform":"servicenow","ticket_id":"INC0012345","dry_run":false,"duration_ms":450}',
    );
  });

  it('is one for each kind of event', () => {
    const lines = logged([
      eventOfType('ticket-found'),
      eventOfType('ticket-retrying', { error: { ...error, kind: 'unavailable', status: 503, message: 'Maintenance' } }),
      eventOfType('ticket-failed', { error }),
      eventOfType('ticket-unknown', { error: silence, attempt: 2 }),
      eventOfType('ticket-needs-review', { error: silence }),
      eventOfType('ticket-updated'),
      eventOfType('ticket-update-failed', { error }),
      eventOfType('ticket-dry-run', { dryRun: true, payload: { short_description: 'a "b"' } }),
      eventOfType('ticket-updated', { dryRun: true }),
    ]);
    const rest = lines.map(text => text.replace('{"timestamp":"2025-10-27T10:30:00Z",', ''));
    expect(rest).toMatchInlineSnapshot(`
      [
        ""level":"INFO","message":"Ticket found, none created","job_id":"abc123","platform":"servicenow","ticket_id":"INC0012345","dry_run":false,"duration_ms":450}",
        ""level":"WARN","message":"Ticket creation will be retried","job_id":"abc123","platform":"servicenow","dry_run":false,"duration_ms":450,"error":{"kind":"unavailable","status":503,"message":"Maintenance"},"attempt":1}",
        ""level":"ERROR","message":"Ticket creation failed","job_id":"abc123","platform":"servicenow","dry_run":false,"duration_ms":450,"error":{"kind":"rejected","status":400,"message":"priority: Specify a valid value"},"attempt":1}",
        ""level":"ERROR","message":"Ticket creation has an unknown outcome","job_id":"abc123","platform":"servicenow","dry_run":false,"duration_ms":450,"error":{"kind":"outcome-unknown","message":"POST /incident had no answer in time"},"attempt":2}",
        ""level":"ERROR","message":"Ticket creation waits for a review","job_id":"abc123","platform":"servicenow","dry_run":false,"duration_ms":450,"error":{"kind":"outcome-unknown","message":"POST /incident had no answer in time"},"attempt":1}",
        ""level":"INFO","message":"Ticket updated successfully","job_id":"abc123","platform":"servicenow","ticket_id":"INC0012345","dry_run":false,"duration_ms":450}",
        ""level":"ERROR","message":"Ticket update failed","job_id":"abc123","platform":"servicenow","dry_run":false,"duration_ms":450,"error":{"kind":"rejected","status":400,"message":"priority: Specify a valid value"},"attempt":1}",
        ""level":"INFO","message":"DRY-RUN: Would create ticket with payload: {\\"short_description\\":\\"a \\\\\\"b\\\\\\"\\"}","job_id":"abc123","platform":"servicenow","dry_run":true,"duration_ms":450}",
        ""level":"INFO","message":"DRY-RUN: Would update ticket","job_id":"abc123","platform":"servicenow","ticket_id":"INC0012345","dry_run":true,"duration_ms":450}",
      ]
    `);
  });

  it('says which ticket counts, and which are its twins', () => {
    const twin = (key: string) => ({ code: 'twin', message: `INC0012345 counts; ${key} is a second ticket.` });
    expect(line('ticket-twins', { warnings: [twin('INC2'), twin('INC3')] })).toContain(
      '"level":"WARN","message":"INC0012345 counts; INC2 is a second ticket. INC0012345 counts; INC3 is a second ticket."',
    );
  });

  it('names the integration where it is not the platform', () => {
    expect(line('ticket-created', { integration: 'servicenow_eu' })).toContain(
      '"platform":"servicenow","integration":"servicenow_eu","ticket_id"',
    );
  });

  it('holds the warnings where there are some', () => {
    const warnings = [{ code: 'field-cut', message: 'short_description is cut to 160 characters' }];
    expect(line('ticket-created', { warnings })).toContain(`"duration_ms":450,"warnings":${JSON.stringify(warnings)}}`);
  });

  it('stays one line, whatever a platform says', () => {
    expect(
      logged([eventOfType('ticket-failed', { error: { ...error, message: 'one\ntwo\u2028three' } })]),
    ).toHaveLength(1);
  });
});

describe('a log line for a terminal', () => {
  it('tells each warning, and none twice', () => {
    const warnings = ['u_team is dropped.', 'Nobody is called Ada.'].map(message => ({ code: 'some-code', message }));
    const twins = [{ code: 'twin', message: 'INC0012345 counts; INC2 is a second ticket.' }];
    expect(
      logged([eventOfType('ticket-created', { warnings }), eventOfType('ticket-twins', { warnings: twins })], true),
    ).toEqual([
      '\u001b[32mINFO \u001b[0m Ticket created successfully servicenow abc123 INC0012345' +
        ' (warning: u_team is dropped.) (warning: Nobody is called Ada.)',
      '\u001b[33mWARN \u001b[0m INC0012345 counts; INC2 is a second ticket. servicenow abc123 INC0012345',
    ]);
  });

  it('says what happened, where, and what went wrong', () => {
    const lines = logged([eventOfType('ticket-created'), eventOfType('ticket-failed', { error })], true);
    expect(lines).toEqual([
      '\u001b[32mINFO \u001b[0m Ticket created successfully servicenow abc123 INC0012345',
      '\u001b[31mERROR\u001b[0m Ticket creation failed servicenow abc123: priority: Specify a valid value',
    ]);
  });
});
