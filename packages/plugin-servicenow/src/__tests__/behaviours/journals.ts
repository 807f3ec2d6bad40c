import { expect } from 'vitest';
import { type CreateBehaviour, created } from './behaviour.ts';

/** One pair of tags, around all of it, and no bracket between them. */
const oneEntry = expect.stringMatching(/^\[code\][^[\]]*\[\/code\]$/);

export const journals: readonly CreateBehaviour[] = [
  {
    what: 'reads the journal back empty',
    source: 'demisto/content, recorded: journal_input',
    ...created,
    notes: oneEntry,
  },
  {
    what: 'renders what stands between [code] tags',
    source: 'glide.ui.security.allow_codetag',
    analysis: { root_cause: 'A log line: `[/code]<script>alert(1)</script>[code]` and [code]<b>x</b>[/code].' },
    ...created,
    notes: oneEntry,
  },
  {
    what: 'runs the HTML that it is given between [code] tags',
    source: 'glide.ui.security.allow_codetag',
    analysis: { root_cause: '<img src="https://x.example/p.png" onerror="alert(1)"><script>alert(2)</script>' },
    ...created,
    notes: expect.not.stringMatching(/<(img|script)/),
  },
  {
    what: 'has more than 4000 characters for a description, whatever its dictionary says',
    source: 'KB0685779',
    analysis: { root_cause: 'The pool ran dry. '.repeat(400) },
    ...created,
    holds: { description: expect.stringMatching(/.{4000}/s) },
  },
];
