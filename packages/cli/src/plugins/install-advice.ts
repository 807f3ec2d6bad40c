import { nearest } from '@itsm-bridge/core';
import { hasNoFolders } from './package-folder.ts';
import { pluginName } from './plugin-name.ts';

/** Platforms whose plugin is a package of ours that does not come with the command. */
export const ours = ['github', 'pagerduty', 'webhook'] as const;

const comesWithIt = ['servicenow', 'jira'];

/** What to do about a plugin that is found nowhere, seen from the folder of the config. */
export function installAdvice(name: string, folder: string): string {
  const wanted = pluginName(name);
  switch (wanted.kind) {
    case 'path':
      return `or give the path of a module, seen from the config: there is no ${wanted.path}.`;
    case 'package': {
      const lookedFor = `(looked for: ${wanted.packages.join(', ')})`;
      // A line that installs a misspelt package would be pasted: what is called so may be anybody's.
      if (nearest(name, comesWithIt) !== undefined) return `or install one of that name ${lookedFor}.`;
      if (hasNoFolders(folder))
        return `or install it, with "nodeLinker: node-modules" in .yarnrc.yml: nothing is found in Plug'n'Play ${lookedFor}.`;
      return `or install it beside the config: npm install ${toInstall(name, wanted.packages)} ${lookedFor}.`;
    }
    case 'neither':
      return 'or a package that is installed beside the config, or the path of a module: nothing else is loaded.';
  }
}

function toInstall(name: string, packages: readonly string[]): string {
  const near = nearest(name, ours);
  return near === undefined
    ? (packages.find(each => each.startsWith('itsm-plugin-')) ?? name)
    : `@itsm-bridge/plugin-${near}`;
}
