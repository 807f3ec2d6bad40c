import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { signatures, signingKey } from './sign.ts';

const whsec = (text: string) => `whsec_${Buffer.from(text).toString('base64')}`;
const [older, newer, strange] = [1, 2, 3].map(number => whsec(`secret number ${number}, of 32 bytes or more`));
const body = '{"type":"analysis.completed"}';
const timestamp = () => String(Math.floor(Date.now() / 1000));

const signedBy = (secrets: readonly (string | undefined)[], at = timestamp()) => ({
  'webhook-id': 'itsm-1',
  'webhook-timestamp': at,
  'webhook-signature': signatures(
    secrets.filter(each => each !== undefined),
    { id: 'itsm-1', timestamp: at, body },
  ),
});

it.each([
  ['only the old secret', older],
  ['only the new secret', newer],
])(
  'while one is rotated, a receiver that knows %s verifies it by the library of the specification',
  (_, known = '') => {
    expect(new Webhook(known).verify(body, signedBy([newer, older]))).toEqual(JSON.parse(body));
  },
);

it.each([
  ['a body that was changed', newer, `${body} `, timestamp()],
  ['a secret that it does not know', strange, body, timestamp()],
  ['a request that is ten minutes old', newer, body, String(Math.floor(Date.now() / 1000) - 600)],
])('the library refuses %s', (_, known = '', received, at) => {
  expect(() => new Webhook(known).verify(received, signedBy([newer, older], at))).toThrow();
});

it('names nothing of a secret that is none', () => {
  expect(() => signingKey('hunter2')).toThrow(/whsec_ followed by 24 to 64 bytes/);
  expect(() => signingKey('hunter2')).not.toThrow(/hunter2/);
});
