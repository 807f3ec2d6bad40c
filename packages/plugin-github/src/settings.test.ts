import { expect, it } from 'vitest';
import { settings } from './settings.ts';

const { repository } = settings.shape;

it.each(['octo-org/incidents', 'octo-org/.github', 'a/b..c'])('takes the repository %s', name => {
  expect(repository.safeParse(name).success).toBe(true);
});

it.each(['incidents', 'https://github.com/a/b', '../..', 'a/..', './b', 'a/b/c'])(
  'refuses %s, saying what is accepted',
  name => {
    expect(repository.safeParse(name).error?.issues[0]?.message).toContain('accepted is a repository such as');
  },
);
