import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Changeset } from './changelog-of.ts';

/** What waits in `.changeset/`, by name. A changeset counts as the largest step that it asks for. */
export function readChangesets(root: string): readonly Changeset[] {
  return globSync('.changeset/*.md', { cwd: root })
    .filter(file => !file.endsWith('README.md'))
    .sort()
    .map(file => {
      const text = readFileSync(join(root, file), 'utf8');
      const [, front = '', words = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
      const steps = [...front.matchAll(/^['"]?([^'":]+)['"]?: (major|minor|patch)$/gm)];
      if (steps.length === 0 || words.trim() === '')
        throw new Error(`${file} names no package or says nothing. npx pnpm@10 changeset writes one.`);
      const bump = (['major', 'minor', 'patch'] as const).find(each => steps.some(([, , step]) => step === each));
      return {
        packages: steps.map(([, name = '']) => name).sort(),
        bump: bump ?? 'patch',
        words: words.trim().replaceAll(/\s*\n\s*/g, ' '),
      };
    });
}
