import { describe, expect, it } from 'vitest';
import { inFileOrder } from './in-file-order.ts';
import { pathText } from './path-text.ts';

const order = (root: unknown, paths: (string | number)[][]) =>
  inFileOrder(
    paths.map(path => ({ path, text: '' })),
    root,
  ).map(({ path }) => pathText(path));

describe('inFileOrder', () => {
  it('follows the members as they stand, and puts a missing one after its siblings', () => {
    const root = { jira: { endpoint: 'x', retry: { base: 1 }, rules: [{ a: 1 }, { a: 2 }] }, servicenow: {} };
    expect(
      order(root, [
        ['servicenow', 'password'],
        ['jira', 'missing'],
        ['jira', 'rules', 1, 'a'],
        ['jira', 'rules', 0, 'a'],
        ['jira', 'retry', 'base'],
        ['jira', 'endpoint'],
        ['jira'],
      ]),
    ).toEqual([
      'jira',
      'jira.endpoint',
      'jira.retry.base',
      'jira.rules[0].a',
      'jira.rules[1].a',
      'jira.missing',
      'servicenow.password',
    ]);
  });

  it('writes names that are no words in quotes', () => {
    expect(pathText(['jira', 'when', 'job.team', 0])).toBe('jira.when["job.team"][0]');
  });
});
