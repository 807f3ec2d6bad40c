import type { TemplateSource } from '@itsm-bridge/core';

/** The report of an analysis that brings none, as `draft.report`. */
export const template: TemplateSource = {
  file: '@itsm-bridge/plugin-webhook/report.md',
  format: 'markdown',
  text: `{% if analysis.executive_summary %}
## Summary
{{ analysis.executive_summary }}
{% endif %}
{% if analysis.timeline %}
## Timeline
{{ analysis.timeline }}
{% endif %}
{% if analysis.root_cause %}
## Root cause
{{ analysis.root_cause }}
{% endif %}
{% if analysis.recommendations %}
## Recommendations
{{ analysis.recommendations }}
{% endif %}
`,
};
