import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeBlock, codeBlocks } from '../../packages/test-documents/src/code-blocks.ts';
import type { Findings } from './findings.ts';
import type { Packed } from './packed.ts';

export interface Example {
  readonly at: string;
  /** Its folder in a project, and the file in there. */
  readonly folder: string;
  readonly file: 'example.ts' | 'example.test.ts';
  readonly code: string;
  /** The config that its README has shown before; undefined: that of a sandbox. */
  readonly config: string | undefined;
  readonly notRun: string | undefined;
}

export interface Examples {
  readonly code: readonly Example[];
  readonly configs: readonly CodeBlock[];
}

/** What the READMEs and documents show: code to run, and whole configs. JSON that is neither has to be JSON, members of it, or a value a line. */
export function readExamples(root: string, packages: readonly Packed[], findings: Findings): Examples {
  const code: Example[] = [];
  const configs: CodeBlock[] = [];
  const readmes = packages.map(({ folder }) => `${folder}/README.md`);
  for (const file of ['README.md', ...globSync('docs/**/*.md', { cwd: root }), ...readmes]) {
    let config: string | undefined;
    for (const block of codeBlocks(file, readFileSync(join(root, file), 'utf8'))) {
      if (block.language === 'json') {
        const value = parsed(block.text) ?? parsed(`{${block.text}}`) ?? parsedLines(block.text);
        if (value === undefined) findings.add(block.at, 'is no JSON');
        if (!isConfig(value)) continue;
        configs.push(block);
        config = block.text;
      }
      // A part of a file is no program; packages/test-documents holds it to that file.
      const isPart = 'as in' in block.notes;
      if (!isPart && (block.language === 'ts' || block.language === 'js')) {
        const folder = `examples/${block.at.replaceAll(/\W+/g, '-').toLowerCase()}`;
        const file = /from 'vitest'/.test(block.text) ? 'example.test.ts' : 'example.ts';
        code.push({ ...block, folder, file, config, code: `${block.given}\n${block.text}\nexport {};\n` });
      }
    }
  }
  return { code, configs };
}

/** A whole config: its members are integrations, each with a place or an account to send to. */
const isConfig = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).length > 0 &&
  Object.keys(value).every(key => /^(\$settings|servicenow|jira|github|pagerduty|webhook)/.test(key));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** JSON Lines: a log, or what `--json` prints. */
function parsedLines(text: string): unknown {
  const values = text.trim().split('\n').map(parsed);
  return values.includes(undefined) ? undefined : values;
}
