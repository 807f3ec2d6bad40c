import { type Severity, severities } from '@itsm-bridge/core';
import type { Element } from 'hast';
import { h, s } from 'hastscript';

/** A severity in words, with as many bars as it is grave. */
export function severityMark(severity: Severity): Element {
  const bars = severities.length - severities.indexOf(severity);
  return h(`span.severity.${severity}`, [
    s(
      'svg',
      { viewBox: '0 0 16 12', width: 16, height: 12, ariaHidden: 'true', focusable: 'false' },
      severities.map((_, index) =>
        s('rect', {
          ...{ x: index * 4, y: 9 - index * 3, width: 3, height: 3 + index * 3, fill: 'currentColor' },
          fillOpacity: index < bars ? 1 : 0.2,
        }),
      ),
    ),
    severity,
  ]);
}
