import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { shownTicket } from './shown-ticket.ts';

const text = (value: string) => ({ type: 'text', text: value });

describe('a ticket', () => {
  const shown = (platform: string, payload: unknown, title?: string) => {
    const { fields, texts } = shownTicket({ platform, payload, ...(title ? { title } : {}) });
    return { fields, texts: texts.map(({ label, content }) => `${label}: ${toHtml([...content])}`) };
  };

  it('of Jira has the names of its fields, and its document as one', () => {
    const description = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [text('a')] }] };
    const fields = { summary: 'Disk full', priority: { name: 'High' }, labels: ['rca', 'db'], description };
    expect(shown('jira', { fields }, 'Disk full')).toEqual({
      fields: [
        { label: 'priority', value: 'High' },
        { label: 'labels', value: 'rca, db' },
      ],
      texts: ['description: <p>a</p>'],
    });
  });

  it('of ServiceNow shows a journal entry as its instance does', () => {
    const payload = { impact: '1', work_notes: 'First\n[code]<b>then</b>[/code]' };
    expect(shown('servicenow', payload)).toEqual({
      fields: [{ label: 'impact', value: '1' }],
      texts: ['work_notes: <div class="text">First\n</div><div class="rich"><b>then</b></div>'],
    });
  });

  it('of GitHub is Markdown, and of any other platform its text', () => {
    const payload = { body: '## a\n\n<b>c</b>' };
    expect(shown('github', payload).texts).toEqual(['body: <h4>a</h4>\n<p>&#x3C;b>c&#x3C;/b></p>']);
    expect(shown('desk', payload).texts).toEqual(['body: <div class="text">## a\n\n&#x3C;b>c&#x3C;/b></div>']);
  });

  it.each([
    ['servicenow', `[code]${'<div>'.repeat(20_000)}a[/code]`, '&#x3C;div>&#x3C;div>'],
    ['servicenow', `[code]${'<div>'.repeat(200)}a[/code]`, '&#x3C;div>&#x3C;div>'],
    ['github', `${'*a '.repeat(1_500)}${'b*'.repeat(1_500)}`, '*a *a'],
    ['jira', Array.from({ length: 200 }, (_, depth) => `${'*'.repeat(depth + 1)} a`).join('\n'), '* a\n** a'],
  ])('of %s that is nested without end is the text that was written', (platform, body, start) => {
    const [written = ''] = shown(platform, { body: `${body}\n` }).texts;
    expect(written).toContain(`<div class="text">${start}`);
  });

  it('of Jira whose document is nested without end says so', () => {
    const nested = (levels: number): unknown =>
      Array.from({ length: levels }).reduce(inner => ({ type: 'blockquote', content: [inner] }), text('a'));
    for (const levels of [200, 20_000]) {
      const { texts } = shown('jira', { fields: { description: { type: 'doc', content: [nested(levels)] } } });
      expect(texts).toEqual([expect.stringContaining('It is nested deeper than this page can show')]);
    }
  });

  it('without members has nothing to show', () => {
    expect(shown('desk', 'x')).toEqual({ fields: [], texts: [] });
  });
});
