import type { ElementContent } from 'hast';
import { adfContent } from './adf-content.ts';
import { journalContent } from './journal-content.ts';
import { markdownContent } from './markdown-content.ts';
import { shallowContent } from './shallow-content.ts';
import { wikiContent } from './wiki-content.ts';

/**
 * A document of Jira, or a text as its platform shows it: wiki markup of Jira, Markdown of GitHub, HTML between [code] tags
 * of ServiceNow, else text.
 */
export function richContent(value: unknown, platform: string): readonly ElementContent[] {
  if (typeof value !== 'string') return adfContent(value);
  if (platform === 'jira') return shallowContent(value, wikiContent, String);
  return platform === 'github' ? markdownContent(value) : journalContent(value);
}
