import { type FileContent, folder, inConfig, type MalformedCase, type Topic } from '../malformed-case.ts';

const template = (what: string, content: FileContent): MalformedCase => ({
  what,
  args: ['check', '--integration', 'jira'],
  files: { 'config/incident.md': content },
});

export const templates: Topic = {
  name: 'templates',
  title: 'Templates',
  about: 'The place is line and column in the template.',
  cases: [
    template('a template that is not there', null),
    template('a folder in its place', folder),
    inConfig('a path that is misspelt', '"incident.md"', '"templates/incidnet.md"'),
    inConfig(
      'a path out of the folder of the config, to what is not there',
      '"incident.md"',
      '"../../../nowhere/incident.md"',
    ),
    inConfig('a format that ServiceNow does not take', '"username"', '"template": "incident.wiki",\n    "username"', {
      files: { 'config/incident.wiki': 'h1. {{ job.title }}\n' },
    }),
    inConfig('a name that says no format', '"incident.md"', '"incident.docx"', {
      files: { 'config/incident.docx': 'x' },
    }),
    template('an if that is never closed', '# {{ job.title }}\n\n{% if analysis.root_cause %}\nCause\n'),
    template('an endif too many', '# {{ job.title }}\n\nCause\n{% endif %}\n'),
    template(
      'a for without "in"',
      '# {{ job.title }}\n{% for system of analysis.affected_systems %}\n- {{ system }}\n{% endfor %}\n',
    ),
    template('an end that is misspelt', '{% for s in analysis.affected_systems %}\n- {{ s }}\n{% endfro %}\n'),
    template('a tag that is misspelt', '# {{ job.title }}\n{% fi job.url %}x{% endif %}\n'),
    template('a placeholder that is never closed', '# {{ job.title }\n\nCause\n'),
    template('a placeholder that is empty', '# {{ }}\n'),
    template('a quote that is never closed in a placeholder', '# {{ job.title | default("none) }}\n'),
    template('a comment that is never closed', '# {{ job.title }}\n\n{# to do\n'),
    template('a filter that there is not', '# {{ job.title }}\n\n{{ analysis.root_cause | titel }}\n'),
    template('a filter of jinja that there is not', '{{ analysis.affected_systems | tojson }}\n'),
    template('an operator of JavaScript', '# {{ job.title }}\n{% if job.url && job.id %}x{% endif %}\n'),
    template('a function that there is not', '# {{ now() }}\n'),
    template('a method of a text', '# {{ job.title.toUpperCase() }}\n'),
    template('a way out: the constructor', '{{ job.constructor.constructor("return process")() }}\n'),
    template('an include of a file outside', '{% include "/etc/passwd" %}\n'),
    template('an include of a file beside it', '# {{ job.title }}\n{% include "footer.md" %}\n'),
    template('an import', '{% import "macros.md" as m %}\n'),
    template('an extends', '{% extends "base.md" %}\n'),
    template('a variable that is misspelt', '# {{ job.titel }}\n\n{{ analysis.root_cause }}\n'),
    template('a single-brace placeholder that is misspelt', '# {job.title}\n\n{analysis.root_cuase}\n'),
    template('a loop that does not end', '{% for i in range(100000000) %}x{% endfor %}\n'),
    template(
      'a text that grows without end',
      '{% set a = "xxxxxxxxxxxxxxxx" %}{% for i in range(40) %}{% set a = a ~ a %}{% endfor %}{{ a }}\n',
    ),
    template('a macro that calls itself', '{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}\n'),
    template('a template in UTF-16', Buffer.from('\ufeff# {{ job.title }}\n', 'utf16le')),
    template('a template in Latin-1', Buffer.from('# Störung: {{ job.title }}\n', 'latin1')),
    template('a picture in place of a template', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
    template('a template that is empty', ''),
    inConfig('an ADF template that is no JSON', '"incident.md"', '"incident.adf.json"', {
      files: { 'config/incident.adf.json': '{ "version": 1, "type": "doc", "content": [ }\n' },
    }),
    inConfig('an ADF template that is no ADF', '"incident.md"', '"incident.adf.json"', {
      files: { 'config/incident.adf.json': '{ "type": "page", "content": [] }\n' },
    }),
    inConfig('an ADF template with a mistake in a placeholder', '"incident.md"', '"incident.adf.json"', {
      files: {
        'config/incident.adf.json':
          '{\n  "version": 1, "type": "doc",\n  "content": [{ "type": "paragraph", "content": [{ "type": "text", "text": "{{ job.title | titel }}" }] }]\n}\n',
      },
    }),
  ],
};
