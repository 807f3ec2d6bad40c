import { adfContent, journalContent, wikiContent } from '@itsm-bridge/testkit';
import type { ElementContent } from 'hast';

/** A document of Jira, or a text as its platform shows it: wiki markup of Jira, HTML between [code] tags of ServiceNow, else text. */
export function richContent(value: unknown, platform: string): readonly ElementContent[] {
  if (typeof value !== 'string') return adfContent(value);
  return platform === 'jira' ? wikiContent(value) : journalContent(value);
}
