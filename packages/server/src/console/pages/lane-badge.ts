import type { LaneState } from '@itsm-bridge/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import { shape } from '../../page/status-badge.ts';

/** What holds a lane back, in words and as a shape. */
export function laneBadge({ paused, breaker }: LaneState): Element {
  if (paused) return h('span.status.warn', [shape('M2 1h4v14H2zm8 0h4v14h-4z'), 'paused']);
  if (breaker) return h('span.status.bad', [shape('M5 1h6l4 4v6l-4 4H5l-4-4V5zm-1 6v2h8V7z'), 'breaker open']);
  return h('span.status.good', [shape('M3 1l11 7-11 7z'), 'running']);
}
