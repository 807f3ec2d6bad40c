import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** Plain text, with its lines as they are. */
export const textContent = (text: string): ElementContent[] => (text.trim() === '' ? [] : [h('div.text', text)]);
