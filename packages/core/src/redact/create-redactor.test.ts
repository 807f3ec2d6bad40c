import { describe, expect, it } from 'vitest';
import { draftOf } from '../__tests__/samples.ts';
import { parseAnalysis } from '../parse-analysis.ts';
import { parseMarkdown } from '../render/parse-markdown.ts';
import { builtInPatterns } from './built-in-patterns.ts';
import { createRedactor } from './create-redactor.ts';

const email = builtInPatterns.get('email') ?? expect.fail();
const redactor = createRedactor([...builtInPatterns.values()]);
const bob = 'bob@example.com';
const mark = '[redacted:email]';

describe('an analysis', () => {
  const job = {
    id: 'abc123',
    title: `Login of ${bob} fails`,
    severity: 'critical',
    url: `https://x.example/?u=${bob}`,
  };

  it('loses what is found in every text, in names of members and in numbers, and tells how often', () => {
    const given = parseAnalysis({
      job: { ...job, reporter: { mail: bob } },
      analysis: {
        logs: [`from ${bob}`, { [bob]: 1, [`${bob} `]: 2 }],
        card: 4111111111111111,
        at: 1698400000000,
        ok: true,
      },
      report: { format: 'markdown', content: `# ${bob}`, author: bob },
      extra: { who: bob },
    });
    const { analysis, takenOut } = redactor.analysis(given);
    expect(analysis).toEqual({
      job: {
        ...{ id: 'abc123', severity: 'critical', reporter: { mail: mark } },
        ...{ title: `Login of ${mark} fails`, url: `https://x.example/?u=${mark}` },
      },
      analysis: {
        logs: [`from ${mark}`, { [mark]: 1, [`${mark} `]: 2 }],
        card: '[redacted:credit_card]',
        at: 1698400000000,
        ok: true,
      },
      report: { format: 'markdown', content: `# ${mark}`, author: mark },
      extra: { who: mark },
    });
    expect(takenOut).toEqual({ email: 9, credit_card: 1 });
  });

  it('keeps a Date as it is', () => {
    const at = new Date('2025-10-27T10:30:00Z');
    const given = parseAnalysis({ job, analysis: { timeline: [{ at, event: bob }] } });
    expect(redactor.analysis(given).analysis.analysis).toEqual({ timeline: [{ at, event: mark }] });
  });

  it('keeps two members apart whose names become the same', () => {
    const given = parseAnalysis({ job, analysis: { 'a@x.example': 1, 'b@x.example': 2 } });
    expect(redactor.analysis(given).analysis.analysis).toEqual({ [mark]: 1, [`${mark} 2`]: 2 });
  });

  it('keeps the names of the schema, whatever a pattern finds', () => {
    const all = { name: 'all', find: (text: string) => (text === '' ? [] : [[0, text.length] as const]) };
    const { analysis } = createRedactor([all]).analysis({ ...draftOf().analysis, job: { ...draftOf().job, id: '' } });
    expect(analysis.job).toEqual({ id: '', severity: 'critical', title: expect.stringMatching(/^\[redacted:all\]/) });
  });

  it('is refused where an id holds it: two jobs could become one', () => {
    const refused = (given: object) => () => redactor.analysis(parseAnalysis(given), 'jobs.jsonl:3');
    const why = 'it tells this analysis from others and stays as it is: make it of something else.';
    expect(refused({ job: { ...job, id: `of ${bob}` } })).toThrow(
      `jobs.jsonl:3: job.id: holds what $settings.redact takes out as "email"; ${why}`,
    );
    expect(refused({ job, fingerprint: bob })).toThrow('jobs.jsonl:3: fingerprint: holds what $settings.redact');
  });

  it('is the same once more', () => {
    const once = redactor.analysis(parseAnalysis({ job })).analysis;
    expect(redactor.analysis(once)).toEqual({ analysis: once, takenOut: {} });
  });

  it('is none that JSON could turn into another kind of object', () => {
    const given = parseAnalysis({ job, analysis: JSON.parse('{"logs":{"__proto__":{"polluted":"yes"}}}') });
    const { analysis } = redactor.analysis(given);
    expect(JSON.stringify(analysis.analysis)).toBe('{"logs":{"__proto__":{"polluted":"yes"}}}');
    expect(Object.getPrototypeOf(analysis.analysis.logs)).toBe(Object.prototype);
  });
});

describe('a draft', () => {
  const bodyOf = (markdown: string) => {
    const draft = { ...draftOf(), body: { kind: 'markdown', root: parseMarkdown(markdown) } as const };
    return redactor.draft(draft, []);
  };

  it.each([
    'bob\\@example.com',
    'bob&#64;example.com',
    '**bob**@example.com',
    '| a |\n|---|\n| bob\\@example.com |',
    '[x](https://x.example/?u=bob&#64;example.com "bob&#64;example.com")',
    '`bob@example.com`',
    '```bob@example.com\nbob@example.com\n```',
    '![bob\\@example.com](x.png)',
  ])('loses what Markdown had hidden: %s', markdown => {
    const shown = JSON.stringify(bodyOf(markdown).body).replaceAll(/"position":\{.*?\}\}/g, '');
    expect(shown).toContain(mark);
    expect(shown).not.toMatch(/bob|example\.com/);
  });

  it('does not read on behind a line break', () => {
    const { body, warnings } = bodyOf('bob@  \nexample.com');
    expect(JSON.stringify(body)).toContain('example.com');
    expect(warnings).toEqual([]);
  });

  it('says with a warning what a template, a mapping or an escape had put together', () => {
    expect(bodyOf('a\\@b.example c\\@d.example').warnings).toEqual([
      {
        code: 'redacted-late',
        message:
          '"email" was found 2 more times once the ticket was rendered and mapped, and taken out: a template, a mapping or an escape had put it together.',
      },
    ]);
  });

  it('loses it in title, fields and the other kinds of body, and keeps what the config says itself', () => {
    const text = `${bob} help@example.com`;
    const content = [
      { type: 'text', text: 'bob' },
      { type: 'text', text: '@example.com', marks: [{ type: 'em' }] },
    ];
    const kept = `${mark} help@example.com`;
    const clean = createRedactor([email]);
    const own = [{ rules: { assignee: 'help@example.com' } }];
    const draft = { ...draftOf(), title: text, fields: { who: [text], n: 1 } };
    expect(clean.draft({ ...draft, body: { kind: 'wiki', text } }, own)).toMatchObject({
      title: kept,
      fields: { who: [kept], n: 1 },
      body: { kind: 'wiki', text: kept },
    });
    const html = { kind: 'html', text: `<p>${text}</p>`, root: parseMarkdown(text) } as const;
    expect(JSON.stringify(clean.draft({ ...draft, body: html }, own).body)).not.toContain(bob);
    const doc = {
      type: 'doc',
      content: [
        { type: 'paragraph', content },
        { type: 'mediaSingle', attrs: { alt: text } },
      ],
    };
    expect(clean.draft({ ...draft, body: { kind: 'adf', doc } }, own).body).toEqual({
      kind: 'adf',
      doc: {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: mark }] },
          { type: 'mediaSingle', attrs: { alt: kept } },
        ],
      },
    });
  });
});
