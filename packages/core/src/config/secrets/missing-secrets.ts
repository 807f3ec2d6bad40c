import type { Secret } from '../../contracts.ts';
import { failureText } from '../problems/failure-text.ts';
import type { Path, Problem } from '../problems/problem.ts';

/** Reveals each secret once, so that a missing one is found before anything is sent. */
export async function missingSecrets(
  secrets: readonly { readonly path: Path; readonly secret: Secret }[],
): Promise<readonly Problem[]> {
  const problems = await Promise.all(
    secrets.map(async ({ path, secret }): Promise<readonly Problem[]> => {
      try {
        return (await secret.reveal()) === ''
          ? [{ path, text: 'is empty; give the variable or file that it names a value' }]
          : [];
      } catch (error) {
        return [{ path, text: failureText(error) }];
      }
    }),
  );
  return problems.flat();
}
