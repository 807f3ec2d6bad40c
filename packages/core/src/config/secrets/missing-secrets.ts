import { failureText } from '../problems/failure-text.ts';
import type { Problem } from '../problems/problem.ts';
import type { Resolved } from './resolve-strings.ts';

/** Reveals each secret once, so that a missing one is found before anything is sent. */
export async function missingSecrets(secrets: Resolved['secrets']): Promise<readonly Problem[]> {
  const problems = await Promise.all(
    secrets.map(async ({ path, secret, references }): Promise<readonly Problem[]> => {
      try {
        return (await secret.reveal()) === ''
          ? [{ path, text: `${references.join('') || 'what it holds'} is empty; give it a value` }]
          : [];
      } catch (error) {
        return [{ path, text: failureText(error) }];
      }
    }),
  );
  return problems.flat();
}
