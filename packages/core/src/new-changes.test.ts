import { describe, expect, it } from 'vitest';
import type { NewChange } from './itsm.ts';
import { newChanges } from './new-changes.ts';
import { documentToText } from './render/document-to-text.ts';

function changesOf(change: NewChange, audience: 'internal' | 'customer' = 'internal') {
  let last = 0;
  return newChanges(change, audience, () => `change-${++last}`);
}

describe('newChanges', () => {
  it('is one change for fields and one for the note, each with its own id, the fields first', () => {
    const changes = changesOf({ note: 'Rolled **back**.', fields: { state: '6' } });
    expect(changes).toMatchObject([
      { id: 'change-1', kind: 'fields', fields: { state: '6' } },
      { id: 'change-2', kind: 'note', audience: 'internal' },
    ]);
  });

  it('reads the note as Markdown', () => {
    const [note] = changesOf({ note: 'Rolled **back**.' });
    if (note?.kind !== 'note') throw new Error('no note');
    expect(note.body.children[0]).toMatchObject({ type: 'paragraph', children: [{}, { type: 'strong' }, {}] });
    expect(documentToText(note.body).trim()).toContain('Rolled');
  });

  it('shows a note to customers only where the integration says so', () => {
    expect(changesOf({ note: 'Rolled back.' }, 'customer')).toMatchObject([{ audience: 'customer' }]);
  });

  it.each([{}, { note: '' }, { note: ' \n' }, { fields: {} }, { note: '', fields: {} }])('refuses %j', change => {
    expect(() => changesOf(change)).toThrow(
      expect.objectContaining({
        kind: 'input',
        message: 'Nothing to change: give a note that is not empty, or fields.',
      }),
    );
  });
});
