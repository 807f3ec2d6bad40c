import { isUtf8 } from 'node:buffer';
import type { NewAttachment, NewChange } from '../change/new-change.ts';
import type { Redactor } from './redactor.ts';

/**
 * A later change without what the patterns find in its note, and in a file that is text. Fields are set as they were asked
 * for: an assignee is an address of the platform's own people.
 */
export function redactChange({ note, attach, ...more }: NewChange, redactor: Redactor): NewChange {
  return {
    ...more,
    ...(note === undefined ? {} : { note: redactor.text(note) }),
    ...(attach === undefined ? {} : { attach: redactAttachment(attach, redactor) }),
  };
}

function redactAttachment({ name, content, ...more }: NewAttachment, redactor: Redactor): NewAttachment {
  const isText = content instanceof Uint8Array && isUtf8(content);
  return {
    ...more,
    name: typeof name === 'string' ? redactor.text(name) : name,
    content: isText ? Buffer.from(redactor.text(Buffer.from(content).toString('utf8')), 'utf8') : content,
  };
}
