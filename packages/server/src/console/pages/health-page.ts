import type { LaneActivity, LaneReport } from '@itsm-bridge/core';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { facts } from '../../page/facts.ts';
import { liveRegion } from '../../page/live-region.ts';
import { moment, span } from '../../page/moment.ts';
import type { Page } from '../../page/page-html.ts';
import { at, type View } from '../../page/view.ts';
import { actionBar } from './action-bar.ts';
import { activityChart } from './activity-chart.ts';
import { laneBadge } from './lane-badge.ts';

export interface HealthData {
  readonly lanes: readonly LaneReport[];
  readonly activity: readonly LaneActivity[];
  readonly events: string;
  readonly said?: string | undefined;
}

/** Whether it is us or the platform: each integration at a glance. */
export function healthPage(view: View, { lanes, activity, events, said }: HealthData): Page {
  const place = { id: 'lanes', label: 'Integrations', throttle: '5s', every: '15s' };
  return {
    ...{ title: 'Health', place: 'health', events, said },
    main: [
      h('div.head', [h('h1', 'Health')]),
      liveRegion(view, place, [
        lanes.length === 0
          ? h('p.empty', 'No integration is enabled.')
          : h(
              'div.beside',
              lanes.map(lane =>
                card(
                  view,
                  lane,
                  activity.find(each => each.integration === lane.integration),
                ),
              ),
            ),
      ]),
    ],
  };
}

function card(view: View, lane: LaneReport, activity: LaneActivity | undefined): Element {
  const { integration, depth, paused, breaker } = lane;
  const minutes = activity?.minutes ?? [];
  const name = encodeURIComponent(integration);
  const status = (value: string, count: number) =>
    count === 0 ? '0' : h('a', { href: at(view, '/', { status: value, integration }) }, String(count));
  return h('article.card', { id: `l-${integration}` }, [
    h('header', [h('h2', integration), laneBadge(lane), h('div.end', [bar(view, lane, name)])]),
    ...(paused ? [h('div.caution', [h('p', paused.error.message)])] : []),
    ...(breaker ? [why(breaker)] : []),
    facts([
      { label: 'Waiting', value: status('pending', depth.pending) },
      {
        label: 'Oldest waiting',
        value: depth.oldestPendingMs > 0 ? span(Math.max(1000, depth.oldestPendingMs)) : 'none',
      },
      { label: 'Being sent', value: status('sending', depth.sending) },
      { label: 'Unknown', value: status('unknown', depth.unknown) },
      { label: 'Need a review', value: status('needs_review', depth.needsReview) },
      { label: 'Dead letters', value: status('failed', depth.failed) },
      { label: 'Tickets a minute', value: `${rate(minutes)} (last 5 min)` },
      { label: 'Errors, last hour', value: errorRatio(minutes) },
    ]),
    ...activityChart(integration, minutes),
  ]);
}

const bar = (view: View, { integration, paused, breaker }: LaneReport, name: string): Element =>
  actionBar(
    view,
    [
      ...(paused ? [] : [{ words: 'Pause', href: at(view, `/health/${name}/pause`) }]),
      ...(paused || breaker ? [{ words: 'Resume', href: at(view, `/health/${name}/resume`) }] : []),
    ],
    `why-${integration}`,
  );

const why = ({ since, until, error }: NonNullable<LaneReport['breaker']>): ElementContent =>
  h('div.caution', [
    h('p', error.message),
    h('p.soft', ['Since ', moment(since), ', looked at again at ', moment(until)]),
  ]);

function rate(minutes: LaneActivity['minutes']): string {
  const last = minutes.slice(-5);
  return (last.reduce((sum, { created }) => sum + created, 0) / 5).toFixed(1);
}

/** Of what ended; nothing ended, nothing told. */
function errorRatio(minutes: LaneActivity['minutes']): string {
  const failed = minutes.reduce((sum, minute) => sum + minute.failed, 0);
  const ended = minutes.reduce((sum, minute) => sum + minute.created + minute.failed, 0);
  return ended === 0 ? 'nothing ended' : `${Math.round((failed / ended) * 1000) / 10} % (${failed} of ${ended})`;
}
