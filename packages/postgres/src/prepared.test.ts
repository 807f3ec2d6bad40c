import { expect, it } from 'vitest';
import { grownTo, prepared } from './prepared.ts';

const statement = grownTo(prepared('one', 'select 1'));

it('is the same statement until there are four times as many rows', () => {
  expect(statement(70)).toBe(statement(255));
  expect(statement(0)).toBe(statement(0));
});

it('has another name and another text for four times as many: some poolers know a statement by the one, some by the other', () => {
  const all = [0, 3, 15, 63, 255, 1023, 2 ** 40].map(statement);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
});
