import { describe, expect, it } from 'vitest';
import {
  adf,
  bullets,
  code,
  item,
  node,
  ordered,
  paragraph,
  rule,
  task,
  taskList,
  text,
} from './__tests__/adf-shapes.ts';

describe('tasks', () => {
  it('writes a list of tasks as a task list, nested ones after their item', () => {
    expect(adf('- [ ] a **b**', '  - [x] c', '- [x] d')).toEqual([
      taskList(
        'task-1',
        task('task-2', 'TODO', text('a '), text('b', 'strong')),
        taskList('task-3', task('task-4', 'DONE', text('c'))),
        task('task-5', 'DONE', text('d')),
      ),
    ]);
  });

  it('keeps a task list below a bullet', () => {
    expect(adf('- a', '  - [x] b')).toEqual([
      bullets(item('a', taskList('task-1', task('task-2', 'DONE', text('b'))))),
    ]);
  });

  it('writes boxes as text where tasks stand among bullets, hold blocks, or are numbered', () => {
    expect(adf('- [ ] a', '- b', '', '---', '- [x] **c**', '  ```', '  d', '  ```', '', '---', '1. [ ] e')).toEqual([
      bullets(item('☐ a'), item('b')),
      rule,
      bullets(item(paragraph('☑ ', text('c', 'strong')), code('d'))),
      rule,
      ordered(1, item('☐ e')),
    ]);
  });

  it('writes boxes as text in a quote, at every depth', () => {
    expect(adf('> - [x] a', '> - b', '>   - [ ] c')).toEqual([
      node('blockquote', bullets(item('☑ a'), item('b', bullets(item('☐ c'))))),
    ]);
  });
});
