import type { TicketDraft } from '@itsm-bridge/core';
import type { JiraSettings } from '../settings.ts';
import type { ApiVersion } from '../site/api.ts';
import { knownDeployment } from '../site/deployment.ts';

/**
 * The version that a draft is sent by: 2 for Data Center and for whatever brings wiki markup of its own. A site of which the
 * config does not tell what it is gets 2 as well: both have it, and Cloud turns wiki markup into a document itself. Pure.
 */
export function draftVersion(
  { body, fields }: Pick<TicketDraft, 'body' | 'fields'>,
  settings: JiraSettings,
): ApiVersion {
  if (knownDeployment(settings) !== 'cloud' || body.kind === 'wiki') return '2';
  return typeof fields.description === 'string' && fields.description !== '' ? '2' : '3';
}
