import { richStyle } from '@itsm-bridge/ticket-view';
import { detailStyle } from './detail-style.ts';
import { frameStyle } from './frame-style.ts';
import { groundStyle } from './ground-style.ts';
import { listStyle } from './list-style.ts';
import { partsStyle } from './parts-style.ts';
import { ticketStyle } from './ticket-style.ts';

/** The one style of the console. */
export const consoleStyle = [groundStyle, frameStyle, partsStyle, listStyle, detailStyle, ticketStyle, richStyle].join(
  '',
);
