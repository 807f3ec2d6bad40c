import type { SimulatorOptions } from '../simulator/simulator.ts';
import type { JiraSignInOptions } from './sign-in-options.ts';

export interface JiraProject {
  readonly key: string;
  /** @default 'KEY project' */
  readonly name?: string;
  readonly issueTypes: readonly string[];
  readonly components?: readonly string[];
}

export interface JiraCustomField {
  /** `customfield_10050` */
  readonly id: string;
  readonly name: string;
  /** `text` is one line of at most 255 characters, `textarea` is a document, `any` takes whatever is sent. */
  readonly type: 'text' | 'textarea' | 'number' | 'any';
}

export interface JiraStatus {
  readonly name: string;
  /** What every site has in common; names differ. */
  readonly category: 'new' | 'indeterminate' | 'done';
}

/** A way between statuses. One that ends in a done status sets a resolution, every other one clears it. */
export interface JiraTransition {
  readonly name: string;
  /** The name of a status. */
  readonly to: string;
  /** Names of statuses. @default every one */
  readonly from?: readonly string[];
  /** What it closes an issue as, where the request names nothing. @default 'Done' */
  readonly resolution?: string;
}

export interface JiraOptions extends SimulatorOptions, JiraSignInOptions {
  /** Data Center serves v2 alone, knows users by name, and never lets a bad credential in as nobody. @default 'cloud' */
  readonly deployment?: 'cloud' | 'datacenter';
  /** @default one project OPS with Incident, Task, Bug and the component Platform */
  readonly projects?: readonly JiraProject[];
  /** Names, most urgent first. @default Highest, High, Medium, Low, Lowest */
  readonly priorities?: readonly string[];
  /** Beside customfield_10001 and customfield_10002, which are text. */
  readonly customFields?: readonly JiraCustomField[];
  /** The first one is that of a new issue. @default To Do, In Progress, Done */
  readonly statuses?: readonly JiraStatus[];
  /** @default one into each status, named after it and open from everywhere, as in the workflow that Jira gives a project */
  readonly transitions?: readonly JiraTransition[];
  /** Names. @default Done, Won't Do, Duplicate, Cannot Reproduce */
  readonly resolutions?: readonly string[];
  /** A created issue is invisible to search until it is this old, in milliseconds of `now`. @default 0 */
  readonly indexLagMs?: number;
  /** Key numbers that every project leaves out, as deleted issues do. @default none */
  readonly skipKeys?: readonly number[];
  /** A further judge of every document sent to v3: says what is wrong with it, or undefined. Refused as INVALID_INPUT. */
  readonly validateAdf?: (document: unknown) => string | undefined;
}
