import { github } from '@itsm-bridge/plugin-github';
import { jira } from '@itsm-bridge/plugin-jira';
import { pagerduty } from '@itsm-bridge/plugin-pagerduty';
import { servicenow } from '@itsm-bridge/plugin-servicenow';
import { webhook } from '@itsm-bridge/plugin-webhook';
import { configReference, type ReferenceSection } from './config-reference.ts';
import type { MemberRow } from './member-rows.ts';
import { type SignInRow, signInTable } from './sign-in-table.ts';
import { signInWords } from './sign-ins-of.ts';

/** From the root of the repository. */
export const referenceFile = 'docs/CONFIG.md';

const head = `# The config, member by member

Written by \`npx pnpm@10 reference\` from the schemas that read a config. Prose and examples are in [the README](../README.md#the-config), templates have [a page of their own](TEMPLATES.md); \`itsm schema\` prints the same for an editor.

A config is one JSON object: \`$settings\`, \`$schema\`, and an integration under each other key. An unknown member is an error.

| Type | Is written |
|---|---|
| text, secret | \`"…"\`. Anywhere in a text \`\${NAME}\` is a variable of the environment or of the \`.env\` beside the config, \`\${file:/run/secrets/x}\` a file, \`\${aws:…}\` and \`\${azure:…}\` a secret of a store ([packages of their own](../README.md#the-config)), \`$\${\` a literal \`\${\`. A secret is best such a reference; it is never shown |
| duration | \`"500ms"\`, \`"5s"\`, \`"5m"\`, \`"2h"\`, \`"7d"\`, or a number of seconds |
| { name: … } | an object with names of yours |
| { severity: … } | an object with \`critical\`, \`high\`, \`medium\`, \`low\`, or some of them |
`;

/** The text of the page. */
export function referencePage(): string {
  const sections = configReference([servicenow, jira, github, pagerduty, webhook]);
  const signIns = new Map(sections.flatMap(({ name, signIns: ways }) => (ways.length > 0 ? [[name, ways]] : [])));
  return [head, ...sections.map(words), signInText(signInTable(signIns))].join('\n');
}

function words({ name, rows, signIns }: ReferenceSection): string {
  const typeOf = ({ path, type }: MemberRow) =>
    path === 'auth' ? `[one of](#signing-in) ${signInWords(signIns)}` : type;
  const members = table(
    ['Member', 'Type', 'Default', 'Meaning'],
    rows.map(row => [`\`${row.path}\``, typeOf(row), row.fallback, row.meaning]),
  );
  return `## ${name === '' ? 'Every integration' : `\`${name}\``}\n\n${members}`;
}

const signInText = (rows: readonly SignInRow[]): string => `## Signing in

The member \`auth\` is an object with \`type\`, of \`oauth2\` with \`grant\` as well, and:

${table(
  ['`type`, `grant`', 'Member', 'Type', 'Default', 'Meaning'],
  rows.map(({ way, path, type, fallback, meaning }) => [way, path && `\`${path}\``, type, fallback, meaning]),
)}`;

const table = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  [titles, titles.map(() => '---'), ...rows].map(cells => `| ${cells.map(cell).join(' | ')} |\n`).join('');

const cell = (text: string): string => text.replaceAll('|', '\\|');
