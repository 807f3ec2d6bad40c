import type { CheckQuestion } from '@itsm-bridge/core';
import { assertWritable } from './assert-writable.ts';
import type { Asked } from './check-instance.ts';
import { sentFields } from './sent-fields.ts';
import { unlessDenied } from './unless-denied.ts';

/** An ACL is evaluated by the instance alone, for the record that is written, and shows no user what it would say. */
const notAsked =
  'Not asked: ACLs of the table and its fields, business rules and data policies, as no write was tried; they show at the first record.';

/** What the dictionary lets one expect of a write: none is tried, and ACLs and rules show themselves at the first. */
export function checkWritable({ connection: { table }, settings, schema, signal }: Asked): CheckQuestion {
  const written = [...sentFields(settings), 'state'];
  return {
    step: `write ${table}`,
    hint: 'Have the columns made writable in the dictionary, or name the table that has them.',
    ask: () =>
      unlessDenied(schema.dictionary.anew(signal), dictionary => {
        assertWritable(written, dictionary);
        return `The dictionary has ${written.join(', ')}, none of them read-only. ${notAsked}`;
      }),
  };
}
