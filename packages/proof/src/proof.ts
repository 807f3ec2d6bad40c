import type { Verdict } from './verdict.ts';

export type Size = 'small' | 'large';

export interface Proof {
  readonly claim: string;
  run(size: Size): AsyncIterable<Verdict>;
}
