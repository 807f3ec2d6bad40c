import { describe, expect, it } from 'vitest';
import { markdownToWiki } from './markdown-to-wiki.ts';

describe('a bound', () => {
  const report = `# Cause\n\n\`\`\`\n${'{a} line of a log\n'.repeat(200)}\`\`\`\n\nAnd more.`;

  it('is that of the markup, and what is too long ends with a notice', () => {
    const wiki = markdownToWiki(report, { maxCharacters: 500, fullAnalysisUrl: 'https://rca.example/jobs/1' });
    expect(wiki.length).toBeLessThanOrEqual(500);
    expect(wiki.length).toBeGreaterThan(400);
    expect(wiki).toMatch(/^h1\. Cause\n\n\{noformat\}\n\{a\} line/);
    expect(wiki).toMatch(
      /line of a log\n\{noformat\}\n\n\{panel:title=Important\}\n.* was cut here\. \[Read the full analysis\|https:\/\/rca\.example\/jobs\/1\]\n\{panel\}$/,
    );
  });

  it('changes nothing of what fits', () => {
    const whole = markdownToWiki(report);
    expect(markdownToWiki(report, { maxCharacters: whole.length })).toBe(whole);
    expect(markdownToWiki(report, { maxCharacters: whole.length - 1 })).toMatch(/cut here\.\n\{panel\}$/);
  });

  it('counts escapes: text that is all punctuation is much longer as markup', () => {
    const wiki = markdownToWiki('{['.repeat(20_000), { maxCharacters: 32_767 });
    expect(wiki.length).toBeLessThanOrEqual(32_767);
    expect(wiki.length).toBeGreaterThan(32_700);
  });

  it('makes no link of a target that nobody should click', () => {
    const wiki = markdownToWiki(report, { maxCharacters: 300, fullAnalysisUrl: 'javascript:alert(1)' });
    expect(wiki).toMatch(/cut here\.\n\{panel\}$/);
  });
});

it('is empty for nothing', () => {
  expect(markdownToWiki('')).toBe('');
});
