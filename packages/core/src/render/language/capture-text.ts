import type { Chunk } from '../values/chunk.ts';
import type { Compiler, Evaluate } from './compiler.ts';
import { SafeText } from './nunjucks-internals.ts';
import type { TemplateNode } from './template-node.ts';

/** What a part of the template puts out, as a value: text that is as it is to be. */
export function captureText(body: TemplateNode, compiler: Compiler): Evaluate {
  const execute = compiler.body(body);
  return scope => {
    const out: Chunk[] = [];
    execute(scope, out);
    return new SafeText(compiler.flavour.place(out));
  };
}
