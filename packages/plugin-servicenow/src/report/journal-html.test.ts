import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { parseMarkdown } from '@itsm-bridge/core';
import { describe, expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare, openDesk } from '../__tests__/desk.ts';
import { dangersIn } from './__tests__/dangers-in.ts';
import { journalHtml } from './journal-html.ts';

const members = [
  'executive_summary',
  'affected_systems',
  'timeline',
  'root_cause',
  'recommendations',
  'technical_details',
] as const;
const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><circle></svg>',
  '<a href="javascript:alert(1)">look</a>',
  '[look](javascript:alert(1))',
  '[look](data:text/html;base64,PHNjcmlwdD4=)',
  '![x](javascript:alert(1))',
  '<iframe src="https://evil.example"></iframe>',
  '<form action="https://evil.example"><input name=password></form>',
  '<style>*{display:none}</style>',
  '<base href="https://evil.example/">',
  '<div style="position:fixed" onmouseover="alert(1)">hover</div>',
  '[/code]<script>alert(1)</script>[code]',
  '[CODE]<b>x</b>[/CODE]',
  '&#91;/code&#93;<script>alert(1)</script>',
  '\\[/code\\]',
  '`[/code]`',
  '```\n[/code]<script>alert(1)</script>\n```',
  '[a](https://x.example/[/code])',
] as const;

describe.each(attacks)('%s', attack => {
  it('is harmless in every member of an analysis', async () => {
    await using desk = await openDesk(bare);
    const analysis = Object.fromEntries(members.map(member => [member, `before\n\n${attack}\n\nafter ${attack}`]));
    await desk.itsm.createTickets(analysisOf({ title: attack }, analysis));
    const [entry] = desk.instance.journal(desk.instance.incidents()[0]?.sys_id ?? '');
    expect(entry?.element).toBe('work_notes');
    expect(dangersIn(entry?.value ?? '')).toEqual([]);
    expect(entry?.value.match(/before/g)).toHaveLength(members.length);
    expect(entry?.value.match(/after/g)).toHaveLength(members.length);
  });

  it('is harmless in a list, a table cell and a heading', () => {
    const line = attack.replace(/\n/g, ' ');
    const entry = journalHtml(parseMarkdown(`# ${line}\n\n- ${line}\n\n| a |\n|---|\n| ${line} |\n\n> ${line}`));
    expect(dangersIn(entry)).toEqual([]);
  });
});

it('renders what Markdown can say', () => {
  const entry = journalHtml(
    parseMarkdown('# Cause\n\n- a **b**\n\n| m | v |\n|---|--:|\n| x | 1 |\n\n[log](https://x.example)'),
  );
  expect(entry).toContain('<h1>Cause</h1>');
  expect(entry).toContain('<strong>b</strong>');
  expect(entry).toContain('<td align="right">1</td>');
  expect(entry).toContain('<a href="https://x.example">log</a>');
});

it('loses no text that looks like a tag, and breaks the line at <br>', () => {
  const entry = journalHtml(parseMarkdown('A List<String> was null<br>at start.<!-- note to self -->'));
  expect(entry).toBe('[code]<p>A List&#x3C;String> was null<br>at start.</p>[/code]');
});

it('sanitises what an HTML template produced, and keeps its own markup', async () => {
  const folder = await mkdtemp(`${tmpdir()}/template-`);
  const file = `${folder}/report.html`;
  await writeFile(
    file,
    '<script>alert(1)</script><h2 onclick="alert(1)">Cause</h2><p>{{ analysis.root_cause }}</p><iframe src="x"></iframe>[/code]',
  );
  await using desk = await openDesk({ ...bare, template: file });
  await rm(folder, { recursive: true });
  await desk.itsm.createTickets(analysisOf({}, { root_cause: '<img src=x onerror=alert(1)> **DNS**' }));
  const [incident] = desk.instance.incidents();
  const [entry] = desk.instance.journal(incident?.sys_id ?? '');
  expect(dangersIn(entry?.value ?? '')).toEqual([]);
  expect(entry?.value).toContain('<h2>Cause</h2>');
  expect(entry?.value).toContain('DNS');
  expect(incident?.description).toContain('Cause\n-----');
  expect(incident?.description).not.toContain('alert(1)</script>');
});
