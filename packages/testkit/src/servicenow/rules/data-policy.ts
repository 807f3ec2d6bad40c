import type { Reply } from '../../simulator/reply.ts';
import type { Context } from '../context.ts';
import { failures } from '../failure.ts';
import type { Row } from '../row/row.ts';
import { incidentRules } from './incident-rules.ts';

/** The base system's codes since Utah (ansible-collections/servicenow.itsm#296). Older instances have others. */
const baseCodes: readonly string[] = [
  'Duplicate',
  'Known error',
  'No resolution provided',
  'Resolved by caller',
  'Resolved by change',
  'Resolved by problem',
  'Resolved by request',
  'Solution provided',
  'Workaround provided',
  'User error',
];

/** The refusal of a write that would leave an incident resolved or closed without saying how; undefined lets it pass. */
export function refuseByPolicy(
  table: string,
  values: Row,
  before: Row | undefined,
  { options }: Pick<Context, 'options'>,
): Reply | undefined {
  if (table !== 'incident') return undefined;
  const row = incidentRules({ ...(before ?? { state: '1', incident_state: '1' }), ...values }, before, 0);
  const missing = missingFields(row, options.closeCodes);
  return missing.length > 0 ? failures.dataPolicy(missing) : undefined;
}

/**
 * Labels of what the base system's data policy misses in an incident that is resolved or closed. A code that is no
 * choice of the field counts as none, and the refusal does not say so.
 */
function missingFields(row: Row, closeCodes: readonly string[] = baseCodes): readonly string[] {
  if (row.state !== '6' && row.state !== '7') return [];
  return [
    ...(closeCodes.includes(row.close_code ?? '') ? [] : ['Resolution code']),
    ...(row.close_notes ? [] : ['Resolution notes']),
  ];
}
