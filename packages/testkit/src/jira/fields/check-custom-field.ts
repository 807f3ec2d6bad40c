import type { JiraCustomField } from '../options.ts';
import { checkRichText, textTooLong } from './check-rich-text.ts';
import { accepted, type FieldCheck, refused } from './checked.ts';

export function checkCustomField(type: JiraCustomField['type']): FieldCheck {
  return (value, context) => {
    if (value === null || type === 'any') return accepted(value);
    if (type === 'textarea') return checkRichText(value, context);
    if (type === 'number')
      return typeof value === 'number' ? accepted(value) : refused('Operation value must be a number');
    if (typeof value !== 'string') return refused('Operation value must be a string');
    return value.length > 255 ? refused(textTooLong('255')) : accepted(value);
  };
}
