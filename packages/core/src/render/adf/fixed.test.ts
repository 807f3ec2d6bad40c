import { expect, it } from 'vitest';
import { createRenderer } from '../create-renderer.ts';

const heading = { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Summary' }] };
const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'Job {job.id}' }] };
const template = createRenderer().compile({
  file: 't.adf.json',
  text: JSON.stringify({ type: 'doc', version: 1, content: [heading, paragraph] }),
  format: 'adf',
});

function nodesOf(id: string) {
  const { body } = template.render({ job: { id, title: 't', severity: 'low' }, analysis: {} });
  if (body.kind !== 'adf' || typeof body.doc !== 'object' || body.doc === null || !('content' in body.doc))
    throw new Error('It is no document.');
  return body.doc.content;
}

it('shares what holds no placeholder, so that nobody can change it for the next ticket', () => {
  const [[shared, own] = [], [sharedAgain, ownOfNext] = []] = [nodesOf('1'), nodesOf('2')] as unknown as object[][];
  expect(shared).toEqual(heading);
  expect(sharedAgain).toBe(shared);
  expect(() => Object.assign(shared ?? {}, { type: 'rule' })).toThrow(TypeError);
  expect(own).toEqual({ type: 'paragraph', content: [{ type: 'text', text: 'Job 1' }] });
  expect(ownOfNext).toEqual({ type: 'paragraph', content: [{ type: 'text', text: 'Job 2' }] });
});
