import { describe, expect, it } from 'vitest';
import { ItsmError } from '../../itsm-error.ts';
import { loadConfig } from '../load-config.ts';

const load = (redact: unknown) =>
  loadConfig(
    { file: 'itsm.json', text: JSON.stringify({ $settings: { redact } }) },
    { plugins: new Map(), decorators: {}, secretProviders: [], readText: async () => '' },
  );

async function problems(redact: unknown): Promise<readonly string[]> {
  const error: unknown = await load(redact).catch((thrown: unknown) => thrown);
  if (!ItsmError.is(error) || error.kind !== 'config') throw error;
  return error.message.split('\n').map(line => line.replace(/^itsm\.json:\d+:\d+: \$settings\./, ''));
}

describe('$settings.redact', () => {
  it('takes names of built-in patterns and patterns of one’s own', async () => {
    const { settings } = await load(['email', { name: 'customer', pattern: '(?i)\\bc-\\d{6,}\\b' }]);
    expect(settings.redact.map(({ name }) => name)).toEqual(['email', 'customer']);
    expect([...(settings.redact[1]?.find('for C-123456.') ?? [])]).toEqual([[4, 12]]);
  });

  it.each([
    [
      ['emial'],
      'redact[0]: "emial" is no built-in pattern; did you mean "email"? One of your own is { "name": "…", "pattern": "…" }',
    ],
    [
      ['\\d+'],
      'redact[0]: "\\d+" is no built-in pattern; built in are email, ipv4, ipv6, credit_card, bearer_token, aws_key, jwt; one of your own is { "name": "…", "pattern": "…" }',
    ],
    [['email', 'email'], 'redact[1]: "email" stands here twice; give each pattern a name of its own'],
    [[{ name: 'email', pattern: 'x' }], 'redact[0].pattern: "email" is the name of a built-in pattern'],
    [
      [{ name: 'a', pattern: '(?<!x)y' }],
      'redact[0].pattern: is no pattern of RE2 (invalid named capture: `(?<!x)y`); it has no look-around (?=…), no back references \\1 and no possessive a++, and every other pattern can be written without',
    ],
    [[{ name: 'a', pattern: 'x*' }], 'redact[0].pattern: matches the empty text; make it match at least one character'],
    [
      [{ name: 'a', pattern: '\\w+' }],
      'redact[0].pattern: also finds "[redacted:a]", which is put in the place of what was taken out; make it narrower',
    ],
    [
      [{ name: 'a b', pattern: 'x' }],
      'redact[0].name: is no name for a pattern; begin with a letter, then letters, digits, "_" and "-"',
    ],
    [[{ name: 'a', patern: 'x' }], 'redact[0].patern: unknown member; did you mean "pattern"?'],
    ['email', 'redact: found the text "email"; accepted is a list'],
  ])('%j', async (redact, expected) => {
    expect(await problems(redact)).toContain(expected);
  });
});
