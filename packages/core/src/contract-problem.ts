import type { ItsmPlugin } from './contracts.ts';

/** The version of the contract that this core speaks. */
const spoken: ItsmPlugin['contract'] = 'v1';

/** Why a plugin that was made for another version of the contract cannot be used, and what to do. */
export function contractProblem(plugin: ItsmPlugin): string | undefined {
  const { name, contract }: { readonly name: string; readonly contract?: unknown } = plugin;
  if (contract === spoken) return undefined;
  const version = numberOf(contract);
  const given = version === undefined ? 'no version of the contract' : `contract v${version}`;
  const advice =
    version !== undefined && version > Number(numberOf(spoken))
      ? 'Upgrade itsm-bridge, or install an older release of the plugin.'
      : `Install a newer release of the plugin, one for ${spoken}.`;
  return `Plugin "${name}" speaks ${given}; this core speaks ${spoken}. ${advice}`;
}

const numberOf = (contract: unknown): number | undefined => {
  const [, digits] = /^v(\d+)$/.exec(String(contract)) ?? [];
  return digits === undefined ? undefined : Number(digits);
};
