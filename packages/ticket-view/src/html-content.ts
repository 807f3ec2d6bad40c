import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { safeContent } from './safe-content.ts';

/** HTML that somebody sent, less all that runs, loads or reaches into the page around it. */
export const htmlContent = (html: string): ElementContent[] => safeContent(fromHtml(html, { fragment: true }));
