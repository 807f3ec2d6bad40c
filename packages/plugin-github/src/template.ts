import type { TemplateSource } from '@itsm-bridge/core';

export const template: TemplateSource = {
  file: '@itsm-bridge/plugin-github/issue_template.md',
  format: 'markdown',
  text: `## Summary
{{ analysis.executive_summary }}

## Affected systems
{{ job.affected_systems | join(', ') }}

## Timeline
{{ analysis.timeline }}

## Root cause
{{ analysis.root_cause }}

## Recommendations
{{ analysis.recommendations }}

## Technical details
{{ analysis.technical_details }}

---
*Root-cause analysis {{ job.id }}*
`,
};
