import { ItsmError, type Json } from '@itsm-bridge/core';

/** `name=value` of `--field`. @throws ItsmError kind `input` */
export function parseField(text: string): readonly [string, Json] {
  const at = text.indexOf('=');
  if (at < 1) throw new ItsmError('input', `--field ${text}: accepted is name=value.`);
  return [text.slice(0, at), fieldValue(text.slice(at + 1))];
}

/** `["a","b"]` and `{"name":"High"}` are structures; `2` stays the text that ServiceNow takes. */
function fieldValue(text: string): Json {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
