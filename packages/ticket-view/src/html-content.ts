import { parseHtml } from '@itsm-bridge/core';
import type { ElementContent } from 'hast';
import { safeContent } from './safe-content.ts';
import { shallowContent } from './shallow-content.ts';

/** HTML that somebody sent, less all that runs, loads or reaches into the page around it. */
export const htmlContent = (html: string): ElementContent[] =>
  shallowContent(html, text => safeContent(parseHtml(text)), String);
