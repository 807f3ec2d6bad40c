import type { ValueNode } from '@humanwhocodes/momoa';
import type { Json } from '../../contracts/json.ts';
import { membersOf } from '../../json/members-of.ts';
import { momoa } from '../../json/momoa.ts';
import type { CompiledTemplate, Printout } from '../language/compile-template.ts';
import { compileLeaf } from './compile-leaf.ts';

export type Run = (template: CompiledTemplate) => Printout;

/** What is no node: attributes, marks. A template in it becomes plain text. */
export function compilePlain(json: ValueNode, file: string): (run: Run) => Json {
  switch (json.type) {
    case 'String': {
      const template = compileLeaf(file, json);
      return run => (template ? run(template).text : json.value);
    }
    case 'Array': {
      const items = json.elements.map(({ value }) => compilePlain(value, file));
      return run => items.map(item => item(run));
    }
    case 'Object': {
      const members = [...membersOf(json)].map(([key, value]) => [key, compilePlain(value, file)] as const);
      return run => Object.fromEntries(members.map(([key, value]) => [key, value(run)] as const));
    }
    default:
      return () => momoa().evaluate(json);
  }
}
