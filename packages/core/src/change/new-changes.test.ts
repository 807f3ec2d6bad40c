import { describe, expect, it } from 'vitest';
import { documentToText } from '../render/document-to-text.ts';
import type { NewChange } from './new-change.ts';
import { type ChangeTarget, newChanges } from './new-changes.ts';

function changesOf(change: NewChange, { audience = 'internal', key = 'itsm-1' }: Partial<ChangeTarget> = {}) {
  let last = 0;
  return newChanges(change, { key, audience, newId: () => `change-${++last}` });
}
const idsOf = (...asked: Parameters<typeof changesOf>) => changesOf(...asked).map(({ id }) => id);

describe('newChanges', () => {
  it('is one change for fields and one for the note, each with its own id, the fields first', () => {
    const changes = changesOf({ note: 'Rolled **back**.', fields: { state: '6' } });
    expect(changes).toMatchObject([
      { id: 'change-1', kind: 'fields', fields: { state: '6' } },
      { id: expect.stringMatching(/^note-[0-9a-f]{32}$/), kind: 'note', audience: 'internal' },
    ]);
  });

  it('reopens first and resolves last: a closed ticket takes no fields', () => {
    const fields = { priority: '1' };
    const kinds = (change: NewChange) => changesOf({ ...change, note: 'x', fields }).map(({ kind }) => kind);
    expect(kinds({ reopen: true })).toEqual(['reopen', 'fields', 'note']);
    expect(kinds({ resolve: true })).toEqual(['fields', 'note', 'resolve']);
  });

  it('lets fields go with a resolution', () => {
    const fields = { close_code: 'Known error' };
    expect(changesOf({ resolve: fields })).toEqual([{ id: 'change-1', kind: 'resolve', fields }]);
    expect(changesOf({ reopen: true })).toEqual([{ id: 'change-1', kind: 'reopen', fields: {} }]);
  });

  it('knows a note by its text, on each ticket by itself', () => {
    const [id] = idsOf({ note: 'Rolled back.\nTwice.' });
    expect(idsOf({ note: '  Rolled back.\r\nTwice.\n' })).toEqual([id]);
    expect(idsOf({ note: 'Rolled back.' })).not.toEqual([id]);
    expect(idsOf({ note: 'Rolled back.\nTwice.' }, { key: 'itsm-2' })).not.toEqual([id]);
  });

  it('gives each change the id of the call, and its kind', () => {
    const change = { id: 'deploy 42', note: 'x', fields: { state: '6' }, resolve: true } as const;
    expect(idsOf(change)).toEqual(['fields:deploy 42', 'note:deploy 42', 'resolve:deploy 42']);
  });

  it('reads the note as Markdown', () => {
    const [note] = changesOf({ note: 'Rolled **back**.' });
    if (note?.kind !== 'note') throw new Error('no note');
    expect(note.body.children[0]).toMatchObject({ type: 'paragraph', children: [{}, { type: 'strong' }, {}] });
    expect(documentToText(note.body).trim()).toContain('Rolled');
  });

  it('shows a note to customers only where the integration says so', () => {
    expect(changesOf({ note: 'Rolled back.' }, { audience: 'customer' })).toMatchObject([{ audience: 'customer' }]);
  });

  it.each([{}, { note: '' }, { note: ' \n' }, { fields: {} }, { note: '', fields: {} }])('refuses %j', change => {
    expect(() => changesOf(change)).toThrow(
      expect.objectContaining({
        kind: 'input',
        message: 'Nothing to change: give a note that is not empty, fields or a file.',
      }),
    );
  });

  it.each([
    [{ id: ' ', note: 'x' }, 'The id of a change must not be empty; leave it out.'],
    [{ resolve: true, reopen: true } as const, 'A ticket is resolved or reopened, not both.'],
  ])('refuses %j', (change, message) => {
    expect(() => changesOf(change)).toThrow(expect.objectContaining({ kind: 'input', message }));
  });

  it('knows an attachment by its name and content, on each ticket by itself', () => {
    const file = (name: string, text: string) => ({ attach: { name, content: new TextEncoder().encode(text) } });
    const [id] = idsOf(file('a.log', 'x'));
    expect(id).toMatch(/^attach-[0-9a-f]{32}$/);
    expect(idsOf(file('a.log', 'x'))).toEqual([id]);
    for (const other of [
      idsOf(file('b.log', 'x')),
      idsOf(file('a.log', 'y')),
      idsOf(file('a.log', 'x'), { key: 'itsm-2' }),
    ]) {
      expect(other).not.toEqual([id]);
    }
    expect(idsOf({ ...file('a.log', 'x'), id: '7' })).toEqual(['attach:7']);
  });

  it('attaches before the note that speaks of it, as bytes unless told otherwise', () => {
    const changes = changesOf({ note: 'See the log.', attach: { name: 'a.log', content: new Uint8Array([1]) } });
    expect(changes).toMatchObject([{ kind: 'attach', mediaType: 'application/octet-stream' }, { kind: 'note' }]);
  });

  it.each(['', ' ', '.', '..', '../a', 'a/b', 'a\\b', 'a\nb', 'x'.repeat(256)])('refuses the file name %j', name => {
    expect(() => changesOf({ attach: { name, content: new Uint8Array() } })).toThrow(/^An attachment cannot be called/);
  });

  it('refuses an attachment that is no bytes, and a media type that is none', () => {
    const refused = (attach: object) => () =>
      changesOf({ attach: { name: 'a', content: new Uint8Array(), ...attach } });
    expect(refused({ content: 'text' })).toThrow('a Uint8Array');
    expect(refused({ mediaType: 'text/plain\r\nX-Evil: 1' })).toThrow('is no media type such as text/plain.');
  });
});
