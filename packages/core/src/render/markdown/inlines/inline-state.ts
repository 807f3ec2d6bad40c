import type { Target } from '../blocks/block-state.ts';
import type { LinkSpan } from './link-spans.ts';

/** What the links and footnotes of a document are called. */
export interface Labels {
  /** By normalised label. */
  readonly definitions: ReadonlyMap<string, Target> | undefined;
  /** In lower case. */
  readonly footnotes: ReadonlySet<string> | undefined;
}

/** What is known of the text of one paragraph, heading or cell while it is read. */
export interface InlineState {
  readonly text: string;
  readonly labels: Labels;
  /** Links around the text that is being read: there is none in a link. */
  links: number;
  /** Images around the text, which is the alternative text of the innermost. */
  readonly images: number;
  /** Something was read that bare links have. */
  mayHaveLinks: boolean;
  /** By the position of the opening bracket. Found out at the first one. */
  spans?: ReadonlyMap<number, LinkSpan>;
  /** Where the last `</a>` begins. Found out at the first `<a>`. */
  lastClosedLink?: number;
  /** Where the last run of so many backticks begins. Found out at the first one that has no partner. */
  lastBackticks?: readonly number[];
  /** How often what looked like a bare link was none. */
  vainLinks: number;
  /** From where on there is no such end of a comment or the like: each is looked for in vain once. */
  missing?: Map<string, number>;
}

export const inlineState = (text: string, labels: Labels, images: number): InlineState => ({
  text,
  labels,
  images,
  links: 0,
  mayHaveLinks: false,
  vainLinks: 0,
});
