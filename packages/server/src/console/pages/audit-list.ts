import type { AuditEntry } from '@itsm-bridge/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { moment } from '../../page/moment.ts';

/** Who did what with one delivery, newest first. */
export const auditList = (entries: readonly AuditEntry[]): Element =>
  h(
    'ul.notes',
    entries.map(({ at: when, by, action, detail }) =>
      h('li', [moment(when), `: ${by}, `, h('strong', action), detail ? `: ${detail}` : '']),
    ),
  );
