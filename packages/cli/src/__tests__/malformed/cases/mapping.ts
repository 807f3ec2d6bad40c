import { inConfig, type Topic } from '../malformed-case.ts';

const mapped = (what: string, fields: string) =>
  inConfig(what, '"custom_fields": { "rca_job_id": "customfield_10001" }', `"fields": { ${fields} }`);
const assigned = (what: string, rules: string) =>
  inConfig(what, '"defaults": { "labels": ["rca"] },', `"assignment_rules": ${rules},`);

export const mapping: Topic = {
  name: 'mapping',
  title: 'Mappings and assignment rules',
  about: 'What a rule names has to be there, in the analysis or among what is known.',
  cases: [
    mapped('a source that the analysis does not have', '"environment": "analysis.enviroment"'),
    mapped('a source that is misspelt', '"environment": { "from": "anlysis.root_cause" }'),
    mapped('a source that is no path', '"environment": { "from": "job..title" }'),
    mapped('a source that is empty', '"environment": { "from": "" }'),
    mapped('a rule without a source', '"environment": { "default": "production" }'),
    mapped('a rule with a misspelt member', '"environment": { "from": "job.title", "defualt": "x" }'),
    mapped('a transform that there is not', '"environment": { "from": "job.title", "transform": "uppercase" }'),
    mapped('a transform that does not fit the value', '"environment": { "from": "job.title", "transform": "number" }'),
    mapped('a date that is none', '"duedate": { "from": "job.title", "transform": "date" }'),
    mapped('a rule that is a number', '"environment": 7'),
    mapped('a map that is a list', '"environment": { "from": "job.severity", "map": ["a", "b"] }'),
    mapped('a template in a rule that is not closed', '"environment": "{{ job.title"'),
    mapped('a filter in a rule that there is not', '"environment": "{{ job.title | titel }}"'),
    inConfig('a value map with a severity that is none', '"critical": "Highest"', '"blocker": "Highest"'),
    inConfig('a value map that is a text', /"priority": \{ "critical": "Highest".*\}/, '"priority": "High"'),
    inConfig('custom_fields that is a list', '{ "rca_job_id": "customfield_10001" }', '["customfield_10001"]'),
    inConfig('a custom field without its id', '"customfield_10001"', '""'),
    inConfig(
      'a custom field of a source that there is not',
      '"rca_job_id": "customfield_10001"',
      '"rca_jobid": "customfield_10001"',
    ),
    inConfig('a misspelt custom_fields', '"custom_fields"', '"custom_feilds"'),
    inConfig('defaults that is a list', '"defaults": { "labels": ["rca"] }', '"defaults": ["rca"]'),
    assigned('a rule without a condition', '[{ "set": { "assignee": "ada" } }]'),
    assigned('a rule that sets nothing', '[{ "when": { "severity": "high" } }]'),
    assigned('rules that are an object', '{ "when": { "severity": "high" }, "set": {} }'),
    assigned('a condition that is misspelt', '[{ "when": { "severtiy": "high" }, "set": { "assignee": "ada" } }]'),
    assigned('a condition that there is not', '[{ "when": { "team": "payments" }, "set": { "assignee": "ada" } }]'),
    assigned('a severity that is none', '[{ "when": { "severity": "urgent" }, "set": { "assignee": "ada" } }]'),
    assigned('a condition that is a number', '[{ "when": { "job.team": 7 }, "set": { "assignee": "ada" } }]'),
    assigned('a condition that is an empty list', '[{ "when": { "job.team": [] }, "set": { "assignee": "ada" } }]'),
    assigned('a misspelt member of a rule', '[{ "wehn": { "severity": "high" }, "set": { "assignee": "ada" } }]'),
  ],
};
