import type { SimulatorOptions } from '../simulator/simulator.ts';
import type { JiraSignInOptions } from './sign-in-options.ts';

export interface JiraProject {
  readonly key: string;
  /** @default 'KEY project' */
  readonly name?: string;
  readonly issueTypes: readonly string[];
  readonly components?: readonly string[];
  /** Names. @default none */
  readonly versions?: readonly string[];
  /** Only a service desk keeps comments from its customers. @default 'software' */
  readonly type?: 'software' | 'service_desk' | 'business';
}

export interface JiraUser {
  readonly accountId: string;
  /** What Data Center knows the user by. */
  readonly name: string;
  readonly email: string;
  readonly displayName: string;
  /** Whether work can be assigned. @default true */
  readonly active?: boolean;
  /** The user is still found by the address, and nobody is shown it. @default false */
  readonly emailHidden?: boolean;
}

export interface JiraCustomField {
  /** `customfield_10050` */
  readonly id: string;
  readonly name: string;
  /**
   * `text` is one line of at most 255 characters, `textarea` is a document, `any` takes whatever is sent. `radio` is a
   * select and `checkboxes` a multiselect by another name.
   */
  readonly type:
    | 'text'
    | 'textarea'
    | 'number'
    | 'any'
    | 'date'
    | 'datetime'
    | 'url'
    | 'select'
    | 'multiselect'
    | 'radio'
    | 'checkboxes'
    | 'cascading'
    | 'user'
    | 'multiuser'
    | 'group'
    | 'labels'
    | 'version'
    | 'multiversion';
  /** What can be chosen; with children in a cascading field. @default nothing */
  readonly options?: readonly (string | { readonly value: string; readonly children: readonly string[] })[];
  /** @default false */
  readonly required?: boolean;
  /** A create that leaves it out gets the first of its options, where it has options. @default false */
  readonly hasDefault?: boolean;
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
  /**
   * What its own screen shows: nothing else is taken with it, and what is required and has no value must be sent.
   * @default no screen; whatever an edit takes is taken, and `resolution`
   */
  readonly screen?: readonly { readonly field: string; readonly required?: boolean }[];
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
  /** Ids of fields, system or custom, that no create may leave out: `components`, `duedate`. @default none */
  readonly requiredFields?: readonly string[];
  /** Ids of fields that are not on the screen of creates and edits: `priority`, `labels`. @default none */
  readonly hiddenFields?: readonly string[];
  /** Beside the account. @default none */
  readonly users?: readonly JiraUser[];
  /** The first one is that of a new issue. @default To Do, In Progress, Done */
  readonly statuses?: readonly JiraStatus[];
  /** @default one into each status, named after it and open from everywhere, as in the workflow that Jira gives a project */
  readonly transitions?: readonly JiraTransition[];
  /** Names. @default Done, Won't Do, Duplicate, Cannot Reproduce */
  readonly resolutions?: readonly string[];
  /**
   * Keys of what the account may do: BROWSE_PROJECTS, CREATE_ISSUES, EDIT_ISSUES, ADD_COMMENTS, TRANSITION_ISSUES,
   * CREATE_ATTACHMENTS, LINK_ISSUES. Looked at with every request, so that one can be taken away. @default everything
   */
  readonly permissions?: readonly string[];
  /** Refuses writes to one issue beyond 20 in 2 seconds or 100 in 30 seconds, as every site does. @default false */
  readonly perIssueWrites?: boolean;
  /** Puts every message into other words, as a site in another language does. @default as they are */
  readonly localise?: (message: string) => string;
  /** The most bytes of one attached file. @default 10 MiB */
  readonly attachmentLimitBytes?: number;
  /** A created issue is invisible to search until it is this old, in milliseconds of `now`. @default 0 */
  readonly indexLagMs?: number;
  /** Key numbers that every project leaves out, as deleted issues do. @default none */
  readonly skipKeys?: readonly number[];
  /** A further judge of every document sent to v3: says what is wrong with it, or undefined. Refused as INVALID_INPUT. */
  readonly validateAdf?: (document: unknown) => string | undefined;
}
