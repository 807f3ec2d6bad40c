import { describe, expect, it } from 'vitest';
import { ItsmError } from '../itsm-error.ts';
import { templateFormatOf } from './template-format.ts';

describe('templateFormatOf', () => {
  it.each([
    ['templates/incident.md', 'markdown'],
    ['templates/incident.markdown', 'markdown'],
    ['issue.adf.json', 'adf'],
    ['issue.wiki', 'wiki'],
    ['journal.html', 'html'],
    ['JOURNAL.HTM', 'html'],
  ])('knows %s as %s', (file, format) => {
    expect(templateFormatOf(file)).toBe(format);
  });

  it.each(['issue.json', 'incident.md.njk', 'incident.html.j2', 'incident', 'md'])('refuses %s', file => {
    let thrown: unknown;
    try {
      templateFormatOf(file);
    } catch (error) {
      thrown = error;
    }
    expect(ItsmError.is(thrown) && thrown.kind).toBe('config');
    expect(String(thrown)).toContain(`"${file}"`);
    expect(String(thrown)).toContain('.adf.json, .md, .markdown, .wiki, .html, .htm');
  });
});
