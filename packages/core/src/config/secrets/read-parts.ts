import type { SecretProvider } from '../../contracts.ts';
import { ItsmError } from '../../itsm-error.ts';
import type { Part } from './parse-references.ts';

/**
 * Puts the values of the references in.
 * @throws ItsmError kind `config` when one is missing or its scheme has no provider.
 */
export async function readParts(parts: readonly Part[], providers: readonly SecretProvider[]): Promise<string> {
  const texts = await Promise.all(
    parts.map(async part => {
      if (part.kind === 'text') return part.text;
      const provider = providers.find(candidate => candidate.scheme === part.scheme);
      if (provider !== undefined) return provider.read(part.reference);
      const schemes = providers.map(candidate => candidate.scheme).join(', ');
      throw new ItsmError(
        'config',
        `${part.text}: no secret provider "${part.scheme}"; registered: ${schemes}. Register it, or write the value another way`,
      );
    }),
  );
  return texts.join('');
}
