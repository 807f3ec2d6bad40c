import type { Secret } from '../../contracts.ts';
import type { ItsmError } from '../../itsm-error.ts';
import type { Path, Problem } from '../problems/problem.ts';
import { maskedHandle } from './masked-handle.ts';
import { missingSecrets } from './missing-secrets.ts';

/** A secret that is not read at the start: one that is missing or empty then says where the config names it, as the others do. */
export const placedSecret = (
  secret: Secret,
  path: Path,
  errorOf: (problems: readonly Problem[]) => ItsmError,
): Secret =>
  maskedHandle({
    async reveal() {
      const problems = await missingSecrets([{ path, secret, references: [] }]);
      if (problems.length > 0) throw errorOf(problems);
      return secret.reveal();
    },
    refresh: () => secret.refresh(),
  });
