import type { Visitor } from '../page/visitor.ts';

/** What the middleware before the console says of a request. */
export interface ConsoleEnv {
  Variables: {
    visitor: Visitor;
    /** Of the hidden field `csrf`. */
    csrf: string;
  };
}
