/** A body with a text in it. */
export type QuotingBody = (text: string) => unknown;

/** Wherever platforms put words of their own. */
export const everywhere = (text: string) => ({
  ...{ message: text, detail: text, details: text, reason: text, title: text, description: text },
  ...{
    error_description: text,
    status: 'error',
    error_message: text,
    error: { message: text, detail: text, errors: [text, { told: text }] },
  },
  ...{ errorMessages: [text], messages: [text], errors: [{ message: text, field: text, code: text, value: text }] },
});
/** As some write it: an object in place of a list. */
export const byField = (text: string) => ({
  ...everywhere(text),
  error: text,
  errors: { summary: text, [text]: text },
});
/** Deeper than a plugin reads, and as JSON in JSON. */
export const nested = (text: string) => ({
  ...{ message: 'Validation Failed', error: { message: 'Invalid Input', errors: [{ was: { told: text } }] } },
  ...{ errors: [{ resource: text, more: { told: text } }, [text]], error_description: JSON.stringify({ told: text }) },
});
