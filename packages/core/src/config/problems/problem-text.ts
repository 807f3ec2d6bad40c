import { pathText } from './path-text.ts';
import type { Problem } from './problem.ts';

/** `status[0]: found the text "fialed"; accepted is…`, of the whole without a path. */
export const problemText = ({ path, text }: Problem): string =>
  path.length === 0 ? text : `${pathText(path)}: ${text}`;
