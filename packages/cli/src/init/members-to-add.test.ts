import { describe, expect, it } from 'vitest';
import { membersToAdd } from './members-to-add.ts';

const servicenow = { enabled: true, template: 'templates/incident_template.md' };
const jira = { enabled: true, template: 'templates/jira_template.adf.json' };
const planned = { $schema: './x', $settings: { environment: 'test' }, servicenow, jira };

describe('membersToAdd', () => {
  it('is every integration that a config does not have, and nothing of its settings', () => {
    expect(membersToAdd({}, planned)).toEqual({ servicenow, jira });
    expect(membersToAdd({ jira }, planned)).toEqual({ servicenow });
  });

  it('is the template alone of an integration that is there, under its own name', () => {
    const { template } = jira;
    const there = { servicenow, eu: { plugin: 'jira' }, us: { plugin: '@itsm-bridge/plugin-jira', template: 'us.md' } };
    expect(membersToAdd(there, planned)).toEqual({ eu: { template }, us: { template } });
  });

  it('is nothing where the config names the template already, or none is planned', () => {
    const there = { servicenow: {}, jira: { template: './templates/jira_template.adf.json' } };
    expect(membersToAdd(there, { servicenow: { enabled: true }, jira })).toEqual({});
  });

  it('takes a config that is none for an empty one', () => {
    expect(membersToAdd([], { jira })).toEqual({ jira });
  });
});
