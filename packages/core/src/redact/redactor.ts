import type { Root } from 'mdast';
import type { Analysis } from '../analysis.ts';
import type { TicketDraft } from '../contracts.ts';

/** How often each pattern took something out, by the pattern's name; those that found something. */
export type TakenOut = Readonly<Record<string, number>>;

/** Takes what `$settings.redact` names out of texts. */
export interface Redactor {
  text(text: string): string;
  /** @throws ItsmError kind `input`: in `job.id` or `fingerprint`, which cannot be changed. */
  analysis(analysis: Analysis, place?: string): { readonly analysis: Analysis; readonly takenOut: TakenOut };
  document(root: Root): Root;
  /**
   * What rendering and mapping put together, or made readable: `a\@example.com` of Markdown is an address by then. What the
   * config says itself, in `own`, stays.
   */
  draft(draft: TicketDraft, own: unknown): TicketDraft;
}
