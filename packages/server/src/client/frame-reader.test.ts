import { describe, expect, it } from 'vitest';
import { frameReader } from './frame-reader.ts';

const stream = ': hello\nretry: 500\n\nevent: ticket-created\nid: 7\ndata: {"a":\ndata: "ä"}\n\nid: 9\n\n:\n\n';
const frames = [{ retryMs: 500 }, { id: '7', data: '{"a":\n"ä"}' }, { id: '9' }, {}];

describe('frames of a stream', () => {
  it.each([
    ['line feeds', stream],
    ['carriage returns', stream.replaceAll('\n', '\r')],
    ['both', stream.replaceAll('\n', '\r\n')],
  ])('are the same however the text is cut: %s', (_, text) => {
    for (let size = 1; size <= text.length; size++) {
      const read = frameReader();
      const parts = Array.from({ length: Math.ceil(text.length / size) }, (_, n) =>
        text.slice(n * size, (n + 1) * size),
      );
      // The last blank line of a stream of carriage returns may be half of a longer line end.
      expect([...parts, 'id: 1'].flatMap(read)).toEqual(frames);
    }
  });

  it.each([
    ['a line without a colon', 'data\n\n', { data: '' }],
    ['one space alone is taken off', 'data:  x\n\n', { data: ' x' }],
    ['an id that is none of ours', 'id: x\ndata: y\n\n', { data: 'y' }],
    ['a wait that is no number', 'retry: soon\n\n', {}],
    ['a member of a later version', 'colour: red\ndata: y\n\n', { data: 'y' }],
  ])('are read as the standard says: %s', (_, text, frame) => {
    expect(frameReader()(text)).toEqual([frame]);
  });

  it('are not there before their blank line', () => {
    expect(frameReader()('id: 7\ndata: x\n')).toEqual([]);
  });
});
