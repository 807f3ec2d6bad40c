import { isJsonObject, type JsonObject } from '../../simulator/is-json-object.ts';
import { checkComponents, checkIssueType, checkPriority } from './check-choice.ts';
import { checkCustomField } from './check-custom-field.ts';
import { checkLabels } from './check-labels.ts';
import { checkRichText } from './check-rich-text.ts';
import { checkSummary } from './check-summary.ts';
import { accepted, type FieldCheck, type FieldContext, refused } from './checked.ts';

const checkObject: FieldCheck = value =>
  value === null || isJsonObject(value) ? accepted(value) : refused('data was not an object');

const checkText: FieldCheck = value =>
  value === null || typeof value === 'string' ? accepted(value) : refused('Operation value must be a string');

/** The fields of the one screen there is, beside `project`, which only a create may set. */
const checks: Readonly<Record<string, FieldCheck>> = {
  summary: checkSummary,
  issuetype: checkIssueType,
  description: (value, context) => checkRichText(value, context),
  environment: (value, context) => checkRichText(value, context),
  priority: checkPriority,
  labels: checkLabels,
  components: checkComponents,
  assignee: checkObject,
  reporter: checkObject,
  parent: checkObject,
  duedate: checkText,
};

export interface CheckedFields {
  readonly values: Readonly<Record<string, unknown>>;
  /** Message by field; empty when all is well. */
  readonly errors: Readonly<Record<string, string>>;
  readonly notADocument: boolean;
}

export function checkFields(sent: JsonObject, context: FieldContext): CheckedFields {
  const values: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  let notADocument = false;
  for (const [name, value] of Object.entries(sent)) {
    const verdict = findCheck(name, context)?.(value, context) ?? refused(notOnScreen(name));
    if (verdict.kind === 'accepted') values[name] = verdict.value;
    else if (verdict.kind === 'refused') errors[name] = verdict.message;
    else notADocument = true;
  }
  return { values, errors, notADocument };
}

export const notOnScreen = (name: string): string =>
  `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.`;

function findCheck(name: string, { site }: FieldContext): FieldCheck | undefined {
  const custom = site.customFields.find(field => field.id === name);
  if (custom) return checkCustomField(custom.type);
  return Object.hasOwn(checks, name) ? checks[name] : undefined;
}
