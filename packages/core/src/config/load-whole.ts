import type { z } from 'zod';
import type { SecretProvider } from '../contracts.ts';
import type { ConfigSource } from './config.ts';
import { parsePart } from './parse-part.ts';
import { configError } from './problems/config-error.ts';
import { readSource } from './read-source.ts';
import { keepSecrets } from './secrets/keep-secrets.ts';
import type { SecretNews } from './secrets/kept-handle.ts';
import { missingSecrets } from './secrets/missing-secrets.ts';
import { type FindSecretProvider, providerOf } from './secrets/provider-of.ts';

export interface WholeDeps {
  readonly secretProviders: readonly SecretProvider[];
  readonly findSecretProvider?: FindSecretProvider;
  onSecretNews(news: SecretNews): void;
}

/**
 * A file that one schema describes, read as a config is: references put in, secrets as handles, each of them there.
 * @throws ItsmError kind `config` that lists everything that is wrong, one a line, in the order of the file.
 */
export async function loadWhole<Output>(
  source: ConfigSource,
  schema: z.ZodType<Output>,
  { secretProviders, findSecretProvider, onSecretNews }: WholeDeps,
): Promise<Output> {
  const read = readSource(source);
  const secrets = keepSecrets(providerOf(secretProviders, findSecretProvider));
  const part = { path: [], value: read.root, schema, otherMembers: [] };
  const parsed = await parsePart(part, 'live', { secrets, onSecretNews });
  const problems = [...parsed.problems, ...(await missingSecrets(parsed.secrets))];
  if (problems.length === 0 && parsed.output !== undefined) return parsed.output;
  throw configError(problems, read, source.file ?? 'config');
}
