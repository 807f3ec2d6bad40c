import type { Itsm, NewChange } from '@itsm-bridge/core';
import { analysisOf } from './analysis-of.ts';

/** One call of a host. */
export interface Asked {
  /** What comes out of it. */
  readonly place: string;
  /** Whether it is about a write. */
  readonly writes: boolean;
  /** Also in a brief course. @default false */
  readonly always?: boolean;
  call(itsm: Itsm): Promise<unknown>;
}

export function createsAsked(id: string, integration: string): readonly Asked[] {
  const create = (job: string, signal?: () => AbortSignal): Asked => ({
    place: 'deliveries',
    writes: true,
    call: itsm => itsm.createTickets(analysisOf(job), signal ? { signal: signal() } : {}),
  });
  return [
    { place: 'previews', writes: false, call: itsm => itsm.preview(analysisOf(id), { online: true }) },
    { place: 'previews', writes: false, call: itsm => itsm.preview(analysisOf(id)) },
    { place: 'checks', writes: false, always: true, call: itsm => itsm.check({ online: true }) },
    { place: 'fields', writes: false, call: itsm => itsm.fields(integration) },
    { ...create(id), always: true },
    // In doubt it is looked for first.
    { ...create(id), writes: false, always: true },
    create(`${id}-aborted`, () => AbortSignal.timeout(5)),
    { place: 'deliveries', writes: true, call: replayed },
  ];
}

async function replayed(itsm: Itsm): Promise<unknown> {
  for await (const delivery of itsm.replay({ failed: true })) return delivery;
  return undefined;
}

/** Changes of a ticket that is there; of a note whose answer was lost, a second one that looks for it. */
export function changesAsked(job: string): readonly Asked[] {
  const change = (what: NewChange, writes = true): Asked => ({
    place: 'changes',
    writes,
    call: itsm => itsm.updateTickets(job, what),
  });
  const note = { id: 'note-1', note: 'The pool is **larger** now.' };
  const report = { name: 'report.md', content: new TextEncoder().encode('# Report\n'), mediaType: 'text/markdown' };
  return [
    { ...change(note), always: true },
    change(note, false),
    change({ fields: { summary: 'Slow', short_description: 'Slow', urgency: 'low' } }),
    change({ attach: report }),
    change({ resolve: true }),
    change({ reopen: true }, false),
  ];
}
