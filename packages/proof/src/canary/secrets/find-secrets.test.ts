import { describe, expect, it } from 'vitest';
import { findSecrets } from './find-secrets.ts';
import { needlesOf } from './needles.ts';
import { planted, type Shape } from './planted.ts';
import { written } from './written.ts';

describe.each(['password', 'header', 'path', 'plain'] as const)('a secret of the shape %s', (shape: Shape) => {
  const secret = planted('some place', shape);
  const find = (text: string) => findSecrets(text, needlesOf(secret));

  it('is found in every form in which a platform may quote it', () => {
    for (const form of written(secret.text)) expect(find(`refused ${form}.`), form).toHaveLength(1);
  });

  it('is found in base64 of what it stood in', () => {
    for (const before of ['', 'a', 'ab', 'user:'])
      expect(find(Buffer.from(`${before}${secret.text} end`).toString('base64'))[0]).toMatchObject({ form: 'base64' });
  });

  it('is not found where there is another one', () => {
    expect(find(written(planted('another place', shape).text).join(' '))).toEqual([]);
  });
});

it('tells where: the text around it', () => {
  const secret = planted('some place', 'plain');
  expect(findSecrets(`no\nuser ${secret.text} here`, needlesOf(secret))).toEqual([
    { secret: 'some place', form: 'plain or URL-encoded', around: `no user ${secret.text} here` },
  ]);
});
