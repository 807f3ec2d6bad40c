import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { adfText } from '../__tests__/adf-text.ts';
import { analysisOf, examples } from '../__tests__/analyses.ts';
import { openDesk, quick } from '../__tests__/desk.ts';
import { validateAdf } from '../adf/__tests__/validate-adf.ts';

const templates = new URL('../../../../examples/templates/', import.meta.url);
const templateFile = (name: string): string => fileURLToPath(new URL(name, templates));

describe.each(examples)('%s', (_name, analysis) => {
  const { report: _, ...unreported } = analysis;

  it.each([
    ['the default template', {}],
    ['jira_template.md', { template: templateFile('jira_template.md') }],
    ['jira_template.adf.json', { template: templateFile('jira_template.adf.json') }],
  ])('is a document that Jira takes through %s', async (_template, members) => {
    await using desk = await openDesk({ ...quick, ...members });
    const [delivery] = await desk.itsm.createTickets(unreported);
    expect(delivery).toMatchObject({ status: 'created', warnings: [] });
    const { description } = desk.site.issues()[0]?.fields ?? {};
    expect(validateAdf(description)).toEqual([]);
    expect(adfText(description)).toContain(analysis.job.id);
  });
});

it.each(examples.filter(([, { report }]) => report))(
  '%s is a document with its own report too',
  async (_name, analysis) => {
    await using desk = await openDesk();
    const [delivery] = await desk.itsm.createTickets(analysis);
    expect(delivery?.status).toBe('created');
    expect(validateAdf(desk.site.issues()[0]?.fields.description)).toEqual([]);
  },
);

describe('a report', () => {
  const withReport = async (content: string, job = {}) => {
    await using desk = await openDesk();
    const [delivery] = await desk.itsm.createTickets({ ...analysisOf(job), report: { content } });
    return { delivery, description: desk.site.issues()[0]?.fields.description };
  };

  it('that is too long is cut, and says where the whole of it is', async () => {
    const { delivery, description } = await withReport('A long paragraph of words.\n\n'.repeat(3000), {
      url: 'https://rca.example.com/jobs/abc123',
    });
    expect(delivery?.status).toBe('created');
    expect(adfText(description)).toContain('cut here. Read the full analysis');
    expect(JSON.stringify(description)).toContain('"href":"https://rca.example.com/jobs/abc123"');
  });

  it.each([
    ['has no address', {}],
    ['has an address that nobody should click', { url: 'javascript:alert(1)' }],
  ])('that is too long names the job where the analysis %s', async (_what, job) => {
    const { description } = await withReport('A long paragraph of words.\n\n'.repeat(3000), job);
    expect(adfText(description)).toContain('cut here. The full analysis is job abc123.');
    expect(JSON.stringify(description)).not.toContain('javascript:');
  });

  it.each([[''], ['   \n'], ['<!-- nothing -->']])('that says nothing (%j) costs no ticket', async content => {
    const { delivery } = await withReport(content);
    expect(delivery?.status).toBe('created');
  });
});

it('sends a .wiki template as it is, as a text, to v2', async () => {
  const folder = await mkdtemp(`${tmpdir()}/template-`);
  const file = `${folder}/incident.wiki`;
  await writeFile(file, 'h2. Summary\n{analysis.executive_summary}\n');
  await using desk = await openDesk({ ...quick, template: file });
  await rm(folder, { recursive: true });
  expect(await desk.deliver()).toMatchObject({ status: 'created' });
  const [post] = desk.created();
  expect(post?.path).toBe('/rest/api/2/issue');
  expect(desk.site.issues()[0]?.fields.description).toBe('h2. Summary\nCheckout timed out for **23 minutes**.\n');
});
