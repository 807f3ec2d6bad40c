import type { Itsm } from '../itsm.ts';
import { auditRow } from './audited.ts';
import type { CallDeps } from './call-deps.ts';
import { checkPage } from './page-query.ts';

/** Who did what. */
export function auditingCalls({ ledger, environment, track }: CallDeps): Pick<Itsm, 'audit' | 'record'> {
  return {
    async audit(query) {
      checkPage(query);
      return ledger.audit.page({ ...query, environment });
    },
    async record(entry) {
      await track(ledger.audit.append(auditRow(environment, entry)));
    },
  };
}
