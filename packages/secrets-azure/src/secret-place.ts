import { ItsmError } from '@itsm-bridge/core';

export interface SecretPlace {
  /** The URL of the vault. */
  readonly vault: string;
  readonly name: string;
}

const publicCloud = 'vault.azure.net';

/**
 * Where a reference leads: `vault/name`, or `name` in the vault of the process. A vault is a name and never an address, so that
 * a config cannot have the token of this process sent anywhere else.
 *
 * @param vaultUrl that of the process; its cloud is also that of vaults which are named
 * @throws ItsmError kind `config`
 */
export function secretPlace(reference: string, vaultUrl: string | undefined): SecretPlace {
  const refuse = (why: string) => new ItsmError('config', `\${azure:${reference}} ${why}.`);
  const [, vault, name] = /^(?:([a-z][a-z0-9-]{2,23})\/)?([0-9a-z-]{1,127})$/i.exec(reference) ?? [];
  if (name === undefined)
    throw refuse('is no secret of a Key Vault; write ${azure:vault/name}, both with letters, digits and "-" alone');
  if (vaultUrl !== undefined && !/^https:\/\/[^/.]+\.[^/]+\/?$/.test(vaultUrl))
    throw refuse(
      `is not looked for: ${JSON.stringify(vaultUrl)} in AZURE_KEY_VAULT_ENDPOINT is no address of a vault such as https://itsm.${publicCloud}`,
    );
  if (vault !== undefined) return { vault: `https://${vault}.${cloudOf(vaultUrl)}`, name };
  if (vaultUrl !== undefined) return { vault: vaultUrl, name };
  throw refuse(`names no vault; write \${azure:vault/${name}}, or set AZURE_KEY_VAULT_ENDPOINT in the environment`);
}

const cloudOf = (vaultUrl: string | undefined): string => {
  if (vaultUrl === undefined) return publicCloud;
  const { host } = new URL(vaultUrl);
  return host.slice(host.indexOf('.') + 1);
};
