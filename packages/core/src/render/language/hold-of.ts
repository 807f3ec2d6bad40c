import { type Hold, heldName } from '../names/held-name.ts';
import { heldSystems } from '../names/held-systems.ts';
import { literalText } from './literal-text.ts';
import type { TemplateNode } from './template-node.ts';

/** The template's variables that are names. Undefined for one that is something else, too. */
export type NamedVariables = ReadonlyMap<string, Hold | undefined>;

// What they make of a name is a name.
const keepsNames = new Set([
  ...['capitalize', 'first', 'last', 'list', 'lower', 'replace', 'reverse', 'sort', 'string', 'title', 'trim'],
  ...['truncate', 'upper'],
]);

/** Members of a job that are written for people, and Markdown as the sections of its analysis are. */
const proseOfJob = new Set(['analysis_summary', 'description']);

/** How what an expression reads is held in Markdown, where that is names: `job.…`, `analysis.affected_systems`, a part of them. */
export function holdOf(node: TemplateNode, variables: NamedVariables): Hold | undefined {
  if (node.typename === 'Symbol') return variables.has(node.value) ? variables.get(node.value) : holdOfRoot(node.value);
  if (node.typename === 'LookupVal') {
    const { target, val } = node;
    const root = target.typename === 'Symbol' && !variables.has(target.value) ? target.value : undefined;
    const member = val ? literalText(val) : undefined;
    if (root === 'analysis') return member === 'affected_systems' ? heldSystems : undefined;
    if (root === 'job' && member !== undefined && proseOfJob.has(member)) return undefined;
    return holdOf(target, variables);
  }
  const [subject] = node.typename === 'Filter' ? node.args.children : [];
  const isKept = node.typename === 'Filter' && node.name.typename === 'Symbol' && keepsNames.has(node.name.value);
  return subject && isKept ? holdOf(subject, variables) : undefined;
}

const holdOfRoot = (name: string): Hold | undefined => (name === 'job' ? heldName : undefined);
