import type { LaneActivity } from '@itsm-bridge/core';
import type { Element } from 'hast';
import { h, s } from 'hastscript';

type Minutes = LaneActivity['minutes'];

const width = 420;
const height = 56;
const bottom = height - 1;

/** The last hour, a bar a minute; and the same as a table, for whoever reads it. */
export function activityChart(integration: string, minutes: Minutes): readonly Element[] {
  const most = Math.max(1, ...minutes.map(({ created, failed }) => created + failed));
  const step = width / Math.max(1, minutes.length);
  const tall = (count: number) => (count / most) * bottom;
  return [
    h('p.scale', { ariaHidden: 'true' }, `${most} a minute`),
    s(
      'svg.chart',
      {
        viewBox: `0 0 ${width} ${height}`,
        preserveAspectRatio: 'none',
        role: 'img',
        ariaLabel: summary(integration, minutes),
      },
      [
        ...minutes.flatMap(({ created, failed }, index) => [
          bar('made', index * step, bottom - tall(created), step, tall(created)),
          bar('lost', index * step, bottom - tall(created + failed), step, tall(failed)),
        ]),
        s('line.base', { x1: 0, y1: bottom, x2: width, y2: bottom }),
      ],
    ),
    h('p.scale', { ariaHidden: 'true' }, [h('span', '60 min ago'), h('span', 'now')]),
    h('ul.key', { ariaHidden: 'true' }, [h('li.made', 'tickets'), h('li.lost', 'failed')]),
    h('details.raw', [h('summary', 'The last hour as a table'), table(integration, minutes)]),
  ];
}

const bar = (name: string, x: number, y: number, step: number, tall: number): Element[] =>
  tall > 0 ? [s(`rect.${name}`, { x: round(x + 1), y: round(y), width: round(step - 2), height: round(tall) })] : [];

const round = (value: number): number => Math.round(value * 10) / 10;

const sum = (minutes: Minutes, name: 'created' | 'failed' | 'retried'): number =>
  minutes.reduce((total, minute) => total + minute[name], 0);

const summary = (integration: string, minutes: Minutes): string =>
  `${integration}, last hour: ${sum(minutes, 'created')} tickets created, ${sum(minutes, 'failed')} failed`;

/** Five minutes a row: sixty rows are nothing to listen to. */
function table(integration: string, minutes: Minutes): Element {
  const parts = Array.from({ length: Math.ceil(minutes.length / 5) }, (_, index) =>
    minutes.slice(index * 5, index * 5 + 5),
  );
  return h('table', [
    h('caption.away', `${integration}, last hour`),
    h('thead', [
      h(
        'tr',
        ['From (UTC)', 'Tickets', 'Failed', 'Put off'].map(words => h('th', { scope: 'col' }, words)),
      ),
    ]),
    h(
      'tbody',
      parts.map(part =>
        h('tr', [
          h('th', { scope: 'row' }, part[0]?.at.toISOString().slice(11, 16)),
          ...(['created', 'failed', 'retried'] as const).map(name => h('td', String(sum(part, name)))),
        ]),
      ),
    ),
  ]);
}
