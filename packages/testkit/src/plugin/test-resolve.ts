import { isDeepStrictEqual } from 'node:util';
import type { Fields } from '@itsm-bridge/core';
import type { TestRunner } from '../ledger/ledger-under-test.ts';
import { attempt } from './attempt.ts';
import { deepFreeze } from './deep-freeze.ts';
import { lesson } from './lesson.ts';
import { never } from './operations.ts';
import type { OpenSubject } from './subject.ts';

/** Names that become ids. A plugin without it has nothing to show here. */
export function testResolve({ describe, it }: TestRunner, open: OpenSubject): void {
  describe('resolve', () => {
    it('changes nothing of the payload but what unresolved names', async () => {
      await using subject = await open();
      const { adapter } = subject;
      if (!adapter.resolve) return;
      const draft = deepFreeze(await subject.namedDraftOf());
      const seen = await attempt('resolve', async () => adapter.resolve?.(draft, { key: draft.key, signal: never }));
      lesson(
        seen.kind === 'done' && seen.value?.key === draft.key,
        seen.kind === 'failed'
          ? `resolve fails on a platform that works: ${seen.error.message}`
          : 'resolve gives back something other than the draft: return `{ ...draft, fields, warnings }`.',
      );
      const { fields } = seen.value;
      const payloadWith = (some: Fields) => adapter.prepare({ ...draft, fields: some });
      const shown = payloadWith(draft.fields);
      const named = adapter.unresolved?.(draft) ?? [];
      for (const field of Object.keys(draft.fields).filter(field => !named.includes(field))) {
        const { [field]: _, ...others } = draft.fields;
        const value = fields[field];
        lesson(
          isDeepStrictEqual(payloadWith(value === undefined ? others : { ...draft.fields, [field]: value }), shown),
          `resolve changes what is sent of "${field}", and unresolved does not name it: an offline preview would show what is not sent, and say nothing. Name it in unresolved; what needs no look-up belongs into prepare.`,
        );
      }
    });
  });
}
