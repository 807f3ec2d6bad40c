/** How the tasks of one table are numbered, and what their states mean. */
export interface StateModel {
  /** `INC` */
  readonly prefix: string;
  /** Of a new record. */
  readonly initial: string;
  /** Done, and still active. @default none */
  readonly resolved?: readonly string[];
  /** Done, and active no longer. */
  readonly closed: readonly string[];
  /** Those of `closed` that nobody worked through. @default none */
  readonly canceled?: readonly string[];
  /** The older column that follows state, or leads it when only it was changed. */
  readonly mirror?: string;
  /** Whether priority is looked up from impact and urgency, whatever was sent. @default false */
  readonly looksUpPriority?: boolean;
}
