import type { Warning } from '@itsm-bridge/core';
import type { Element } from 'hast';
import { h } from 'hastscript';

/** What did not go as written. Many are told by their number first. */
export function warningList(warnings: readonly Warning[]): readonly Element[] {
  const [only] = warnings;
  if (only === undefined) return [];
  if (warnings.length === 1) return [h('p.quiet', `Warning: ${only.message}`)];
  return [
    h('details.raw', [
      h('summary', `${warnings.length} warnings`),
      h(
        'ul.notes',
        warnings.map(({ message }) => h('li', message)),
      ),
    ]),
  ];
}
