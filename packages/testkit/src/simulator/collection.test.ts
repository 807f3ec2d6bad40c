import { describe, expect, it } from 'vitest';
import { createCollection } from './collection.ts';
import { createUndoLog } from './undo-log.ts';

interface Row {
  readonly id: string;
  readonly open: boolean;
}

const open = (indexLagMs = 0) => {
  const undo = createUndoLog();
  let nowMs = 0;
  const rows = createCollection<Row>({ undo, now: () => nowMs, indexLagMs, prefix: 'OD-' });
  const add = () => rows.add((_, id) => ({ id, open: true }));
  return {
    rows,
    add,
    rehearse: undo.rehearse,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
};

describe('a collection', () => {
  it('numbers its rows from 1, and knows them by number and by id', () => {
    const { rows, add } = open();
    add();
    expect(add()).toEqual({ id: 'OD-2', open: true });
    expect(rows.find(2)).toEqual({ id: 'OD-2', open: true });
    expect(rows.find('OD-2')).toEqual({ id: 'OD-2', open: true });
  });

  it.each([undefined, '', 'OD-', '2', 'XX-1', 3, Number.NaN])('has no row %j', id => {
    const { rows, add } = open();
    add();
    expect(rows.find(id)).toBeUndefined();
    expect(rows.change(id, row => row)).toBeUndefined();
  });

  it('puts another row in the place of one, and keeps the order', () => {
    const { rows, add } = open();
    add();
    add();
    expect(rows.change('OD-1', row => ({ ...row, open: false }))).toEqual({ id: 'OD-1', open: false });
    expect(rows.all().map(row => row.open)).toEqual([false, true]);
  });

  it('hides a row that was made or changed from a search until the lag is over', () => {
    const { rows, add, pass } = open(1_000);
    add();
    pass(999);
    expect(rows.indexed()).toEqual([]);
    expect(rows.all()).toHaveLength(1);
    pass(1);
    expect(rows.indexed()).toHaveLength(1);
    rows.change(1, row => ({ ...row, open: false }));
    expect(rows.indexed()).toEqual([]);
  });

  it('takes back what was only rehearsed, numbers as well', () => {
    const { rows, add, rehearse } = open();
    add();
    rehearse(() => {
      rows.change(1, row => ({ ...row, open: false }));
      rows.change(1, row => ({ ...row, id: 'other' }));
      add();
    });
    expect(rows.all()).toEqual([{ id: 'OD-1', open: true }]);
    expect(add().id).toBe('OD-2');
  });
});
