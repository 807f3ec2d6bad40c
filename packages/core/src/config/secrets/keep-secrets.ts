import type { SecretProvider } from '../../contracts.ts';
import { discreetFailure } from './discreet-failure.ts';
import type { Reference } from './parse-references.ts';
import { secretMember } from './secret-member.ts';

/** The secrets that were read, in memory and nowhere else: one reading of each, whatever members name it. */
export interface KeptSecrets {
  /** @throws ItsmError kind `config` when it is missing or its scheme has no provider. A failure is not kept. */
  read(reference: Reference): Promise<string>;
  /** From its provider, also where it is kept. Those who ask at the same time share one reading; what was kept stays where it fails. */
  readAgain(reference: Reference): Promise<string>;
}

export function keepSecrets(providerOf: (reference: Reference) => Promise<SecretProvider>): KeptSecrets {
  const kept = new Map<string, string>();
  const reading = new Map<string, Promise<string>>();

  function readNow(id: string, provider: SecretProvider, name: string): Promise<string> {
    const read = async () => {
      const text = await provider.read(name).catch((error: unknown) => {
        throw discreetFailure(error, kept.get(id));
      });
      kept.set(id, text);
      return text;
    };
    const shared = read().finally(() => reading.delete(id));
    reading.set(id, shared);
    return shared;
  }

  async function value(reference: Reference, again: boolean): Promise<string> {
    const provider = await providerOf(reference);
    const { name, member } = parts(reference, provider);
    const id = `${provider.scheme}:${name}`;
    const known = again ? undefined : kept.get(id);
    const text = known ?? (await (reading.get(id) ?? readNow(id, provider, name)));
    return member === undefined ? text : secretMember(text, member, reference.text);
  }

  return { read: reference => value(reference, false), readAgain: reference => value(reference, true) };
}

/** The member begins at the last `#`. */
function parts({ reference }: Reference, { hasMembers = false }: SecretProvider) {
  const at = hasMembers ? reference.lastIndexOf('#') : -1;
  if (at === -1) return { name: reference, member: undefined };
  return { name: reference.slice(0, at), member: reference.slice(at + 1) };
}
