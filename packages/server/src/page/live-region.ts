import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { View } from './view.ts';

export interface LiveRegion {
  readonly id: string;
  readonly label: string;
  /** At most so often: `1s`. */
  readonly throttle: string;
  /** Also without events, for what is told in time: `60s`. */
  readonly every: string;
}

/**
 * A part of the page that asks for itself anew when something has happened, or somebody comes back to its window: what a
 * person decides elsewhere may make no event. With it comes how much waits. It is laid over what is there, so that focus,
 * selection and scroll stay; without a script it is only a part of the page.
 */
export const liveRegion = (view: View, region: LiveRegion, children: readonly ElementContent[]): Element =>
  h(
    'section.live-region',
    {
      id: region.id,
      ariaLabel: region.label,
      'hx-get': view.here,
      'hx-select': `#${region.id}`,
      'hx-select-oob': '#waiting:outerMorph',
      'hx-swap': 'outerMorph',
      'hx-trigger': [
        `htmx:sse:after:message from:#live throttle:${region.throttle}`,
        'htmx:sse:after:connection from:#live',
        'focus from:window throttle:1s',
        `every ${region.every}`,
      ].join(', '),
    },
    [...children],
  );
