export interface ReportOptions {
  /**
   * Of what comes out, markup and all, in UTF-16 units: a longer document is cut between its blocks, or between items, rows,
   * lines of code or words. The notice at the cut has about 100 of them, and is never cut.
   * @default no bound
   */
  readonly maxCharacters?: number;
  /** Where the whole of it can be read: an http, https or mailto URL, for the notice at the cut. */
  readonly fullAnalysisUrl?: string;
}
