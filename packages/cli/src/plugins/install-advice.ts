import { nearest } from '@itsm-bridge/core';
import { pluginName } from './plugin-name.ts';

/** Platforms whose plugin is a package of ours that does not come with the command. */
const ours = ['github', 'pagerduty', 'webhook'];

/** What to do about a plugin that is found nowhere. */
export function installAdvice(name: string): string {
  const wanted = pluginName(name);
  switch (wanted.kind) {
    case 'path':
      return `or give the path of a module, seen from the config: there is no ${wanted.path}.`;
    case 'package': {
      const [first = name, second = first] = wanted.packages;
      const near = nearest(name, ours);
      const wantedPackage = near === undefined ? second : `@itsm-bridge/plugin-${near}`;
      return `or install it beside the config: npm install ${wantedPackage} (looked for: ${wanted.packages.join(', ')}).`;
    }
    case 'neither':
      return 'or a package that is installed beside the config, or the path of a module: nothing else is loaded.';
  }
}
