import { describe, expect, it } from 'vitest';
import { integration } from '../__tests__/samples.ts';
import type { Json, MappingRules } from '../contracts.ts';
import { unrenderedTemplates } from './unrendered-templates.ts';

const of = (rules: Partial<MappingRules>) => unrenderedTemplates({ ...integration.rules, ...rules });
const ofDefault = (value: Json) => of({ defaults: { summary: value } });

describe('unrenderedTemplates', () => {
  it.each([
    ['[RCA] {{job.title}}', '{{job.title}}'],
    ['{{ title }}', '{{ title }}'],
    ['{job.title} in {job.team}', '{job.title}'],
    ['{analysis.root_cause}', '{analysis.root_cause}'],
    ['{report.sections["Root cause"]}', '{report.sections["Root cause"]}'],
    ['{% if job.confirmed %}yes{% endif %}', '{% if job.confirmed %}'],
    ['{{\n  job.title\n}}', '{{\n  job.title\n}}'],
  ])('finds the template in %j', (text, found) => {
    expect(ofDefault(text)).toEqual([
      `defaults.summary: "${found}" is sent as it stands; a template belongs into field_mappings.fields`,
    ]);
  });

  it.each([
    'job.title',
    '{title}',
    '{job}',
    '{ "job": 1 }',
    '{{',
    'a } b { c',
    '{code}x{code}',
    '{# a note #}',
    '{jobs.title}',
    '',
    3,
    true,
    null,
  ])('leaves %j as it is', value => {
    expect(ofDefault(value)).toEqual([]);
  });

  it('says where it stands, in whatever is nested', () => {
    const text = '{job.title}';
    const places = of({
      defaults: { labels: ['rca', text], parent: { 'key of it': text } },
      valueMaps: { summary: { critical: text, low: 'low' } },
      assignmentRules: [
        { when: {}, set: { team: 'Payments' } },
        { when: {}, set: { team: text } },
      ],
    }).map(problem => problem.split(':')[0]);
    expect(places).toEqual([
      'defaults.labels[1]',
      'defaults.parent["key of it"]',
      'field_mappings.summary.critical',
      'assignment_rules[1].set.team',
    ]);
  });

  it('has nothing against a template where one belongs', () => {
    expect(of({ fields: { summary: '{{ job.title }}' }, pluginRules: { labels: '{job.id}' } })).toEqual([]);
  });
});
