import { isJsonObject } from '../../simulator/is-json-object.ts';
import { adfFault } from '../adf-fault.ts';
import { adfText } from '../adf-text.ts';
import { accepted, type Checked, type FieldContext, refused } from './checked.ts';

export const textTooLong = (limit: string): string =>
  `The entered text is too long. It exceeds the allowed limit of ${limit} characters.`;

/** Description, environment, comment: a document on v3, a string on v2. The limit counts plain text. */
export function checkRichText(
  value: unknown,
  { site, version }: Pick<FieldContext, 'site' | 'version'>,
  wrongKind = version === '3'
    ? 'Operation value must be an Atlassian Document (see the Atlassian Document Format)'
    : 'Operation value must be a string',
): Checked {
  if (value === null) return accepted(null);
  if (version === '3' ? !isJsonObject(value) : typeof value !== 'string') return refused(wrongKind);
  if (version === '3' && (adfFault(value) ?? site.validateAdf(value)) !== undefined) return { kind: 'not-a-document' };
  const text = typeof value === 'string' ? value : adfText(value);
  return text.length > 32_767 ? refused(textTooLong('32,767')) : accepted(value);
}
