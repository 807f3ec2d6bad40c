import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAuditedClient } from './__fixtures__/audited-client.ts';
import { type JiraSimulator, startJira } from './start-jira.ts';

const said = (text: string) => ({
  type: 'doc' as const,
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const OPS = 'OPS-1';

let jira: JiraSimulator;
let audited: Awaited<ReturnType<typeof openAuditedClient>>;
beforeEach(async () => {
  jira = await startJira({
    projects: [{ key: 'OPS', issueTypes: ['Incident'], components: ['Platform'], versions: ['1.0'] }],
    customFields: [{ id: 'customfield_10050', name: 'Team', type: 'select', options: ['SRE'] }],
  });
  audited = await openAuditedClient(jira);
  const fields = {
    project: { key: 'OPS' },
    issuetype: { name: 'Incident' },
    summary: 'Disk full',
    description: said('Full.'),
    components: [{ name: 'Platform' }],
    fixVersions: [{ name: '1.0' }],
    customfield_10050: { value: 'SRE' },
  };
  const properties = [{ key: 'itsm', value: { key: 'k' } }];
  expect(await audited.client.issues.createIssue({ fields, properties })).toMatchObject({ id: '10001', key: OPS });
});
afterEach(async () => {
  const surplus = audited.surplus();
  audited.forget();
  await jira.close();
  expect(surplus).toEqual([]);
});

describe('a client that holds every response against what live sites send', () => {
  it('reads an issue, whole and in parts, and edits it', async () => {
    const { issues } = audited.client;
    await issues.editIssue({
      issueIdOrKey: OPS,
      fields: { summary: 'Disk is full' },
      update: { labels: [{ add: 'rca' }], components: [{ remove: { name: 'Platform' } }] },
    });
    const issue = await issues.getIssue({ issueIdOrKey: OPS, fields: ['*all'], properties: ['itsm'] });
    expect(issue.fields).toMatchObject({ summary: 'Disk is full', labels: ['rca'], components: [] });
    expect(issue.properties).toEqual({ itsm: { key: 'k' } });
    const about = { fields: ['customfield_10050'], expand: 'names,schema' };
    expect(await issues.getIssue({ issueIdOrKey: OPS, ...about })).toMatchObject({
      names: { customfield_10050: 'Team' },
      schema: { customfield_10050: { type: 'option' } },
    });
    const found = await issues.bulkFetchIssues({ issueIdsOrKeys: [OPS, 'OPS-9'], fields: ['summary'] });
    expect(found.issues).toHaveLength(1);
  });

  it('adds a comment, reads it, rewrites it and deletes it', async () => {
    const { issueComments } = audited.client;
    const added = await issueComments.addComment({ issueIdOrKey: OPS, body: said('one') });
    const id = added.id ?? '';
    expect(await issueComments.getComment({ issueIdOrKey: OPS, id })).toMatchObject({ body: said('one') });
    const body = { body: said('two') };
    expect(await issueComments.updateComment({ issueIdOrKey: OPS, id, body })).toMatchObject(body);
    expect(await issueComments.getComments({ issueIdOrKey: OPS, expand: 'properties' })).toMatchObject({ total: 1 });
    await issueComments.deleteComment({ issueIdOrKey: OPS, id });
    expect(jira.issues()[0]?.comments).toEqual([]);
  });

  it('asks for the fields that an edit takes', async () => {
    const { fields = {} } = await audited.client.issues.getEditIssueMeta({ issueIdOrKey: OPS });
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(['summary', 'labels', 'customfield_10050', 'comment']));
    expect(fields.customfield_10050).toMatchObject({ schema: { type: 'option' }, allowedValues: [{ value: 'SRE' }] });
  });

  it('asks for the transitions with their screens, and makes one', async () => {
    const { issues } = audited.client;
    const { transitions = [] } = await issues.getTransitions({ issueIdOrKey: OPS, expand: 'transitions.fields' });
    const done = transitions.find(({ to }) => to?.statusCategory?.key === 'done');
    const fields = { resolution: { name: 'Done' } };
    await issues.doTransition({ issueIdOrKey: OPS, transition: { id: done?.id ?? '' }, fields });
    expect(jira.issues()[0]?.fields).toMatchObject({ status: { name: 'Done' } });
  });

  it('attaches a file, reads about it, downloads it and deletes it', async () => {
    const { issueAttachments } = audited.client;
    const attachments = [{ filename: 'graph.png', content: Uint8Array.of(1, 2, 255) }];
    const [attached] = await issueAttachments.addAttachment({ issueIdOrKey: OPS, attachments });
    const id = attached?.id ?? '';
    expect(await issueAttachments.getAttachment({ id })).toMatchObject({ id: Number(id), mimeType: 'image/png' });
    expect(await issueAttachments.getAttachmentContent({ id })).toEqual(Uint8Array.of(1, 2, 255));
    expect(await issueAttachments.getAttachmentMeta()).toMatchObject({ enabled: true });
    await issueAttachments.removeAttachment({ id });
    expect(jira.issues()[0]?.attachments).toEqual([]);
  });

  it('makes a remote link, makes it again, reads it and deletes it', async () => {
    const { issueRemoteLinks } = audited.client;
    const link = {
      issueIdOrKey: OPS,
      globalId: 'rca=abc',
      object: { url: 'https://rca.company.com/abc', title: 'RCA' },
    };
    const { id } = await issueRemoteLinks.createOrUpdateRemoteIssueLink(link);
    expect(await issueRemoteLinks.createOrUpdateRemoteIssueLink(link)).toMatchObject({ id });
    expect(await issueRemoteLinks.getRemoteIssueLinks({ issueIdOrKey: OPS })).toHaveLength(1);
    expect(await issueRemoteLinks.getRemoteIssueLinks({ issueIdOrKey: OPS, globalId: 'rca=abc' })).toMatchObject({
      id,
    });
    const linkId = `${id}`;
    expect(await issueRemoteLinks.getRemoteIssueLinkById({ issueIdOrKey: OPS, linkId })).toMatchObject({ id });
    await issueRemoteLinks.deleteRemoteIssueLinkById({ issueIdOrKey: OPS, linkId });
    expect(jira.issues()[0]?.remoteLinks).toEqual([]);
  });

  it('sets a property, lists it, reads it and deletes it', async () => {
    const { issueProperties } = audited.client;
    const property = { issueIdOrKey: OPS, propertyKey: 'mark' };
    await issueProperties.setIssueProperty({ ...property, body: { a: 1 } });
    const { keys } = await issueProperties.getIssuePropertyKeys({ issueIdOrKey: OPS });
    expect(keys).toMatchObject([{ key: 'itsm' }, { key: 'mark' }]);
    expect(await issueProperties.getIssueProperty(property)).toEqual({ key: 'mark', value: { a: 1 } });
    await issueProperties.deleteIssueProperty(property);
    expect(Object.keys(jira.issues()[0]?.properties ?? {})).toEqual(['itsm']);
  });
});
