import type { TemplateSource } from '@itsm-bridge/core';

/** An analysis may go without any of its parts: none is a heading over nothing. */
export const template: TemplateSource = {
  file: '@itsm-bridge/plugin-github/issue_template.md',
  format: 'markdown',
  text: `{% if analysis.executive_summary %}## Summary
{{ analysis.executive_summary }}{% endif %}

{% if job.affected_systems %}## Affected systems
{{ job.affected_systems | join(', ') }}{% endif %}

{% if analysis.timeline %}## Timeline
{{ analysis.timeline }}{% endif %}

{% if analysis.root_cause %}## Root cause
{{ analysis.root_cause }}{% endif %}

{% if analysis.recommendations %}## Recommendations
{{ analysis.recommendations }}{% endif %}

{% if analysis.technical_details %}## Technical details
{{ analysis.technical_details }}{% endif %}

---
*Root-cause analysis {{ job.id }}*
`,
};
