import { nearest } from '@itsm-bridge/core';
import { hasNoFolders } from '../plugins/package-folder.ts';

/** Schemes whose provider is a package of ours. */
const ours = ['aws', 'azure'];

/** What to do about a scheme that has no provider, seen from the folder of the config. */
export function providerAdvice(scheme: string, folder: string): string {
  const near = nearest(scheme, [...ours, 'env', 'file']);
  // A line that installs a misspelt package would be pasted: what is called so may be anybody's.
  if (near !== undefined && near !== scheme) return `Did you mean "${near}"?`;
  if (!ours.includes(scheme))
    return 'Install a package that provides it beside the config, or write the value another way';
  const yarn = hasNoFolders(folder) ? ', with "nodeLinker: node-modules" in .yarnrc.yml' : '';
  return `Install it beside the config: npm install @itsm-bridge/secrets-${scheme}${yarn}`;
}
