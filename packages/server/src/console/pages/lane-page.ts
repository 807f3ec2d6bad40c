import type { LaneReport } from '@itsm-bridge/core';
import { h } from 'hastscript';
import type { Page } from '../../page/page-html.ts';
import { at, type View } from '../../page/view.ts';
import { confirmPage } from './confirm-page.ts';
import { laneBadge } from './lane-badge.ts';

/** Asks whether an integration is to be held back, or to go on. */
export function lanePage(view: View, lane: LaneReport, action: 'pause' | 'resume'): Page {
  const { integration, depth } = lane;
  const words = action === 'pause' ? 'Pause' : 'Resume';
  return confirmPage(view, {
    title: `${words} ${integration}?`,
    place: 'health',
    action: at(view, `/health/${encodeURIComponent(integration)}/${action}`),
    back: at(view, '/health'),
    words,
    isGrave: false,
    about: [
      h('p', [laneBadge(lane), ` ${depth.pending} waiting, ${depth.sending} being sent.`]),
      h(
        'p',
        action === 'pause'
          ? 'No process sends anything there until it is resumed. What is being sent now ends as it would. New analyses are kept, and wait.'
          : 'The pause ends, and the breaker is closed. What waits goes out, at the pace of the integration.',
      ),
    ],
  });
}
