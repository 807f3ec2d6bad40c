/** What stood between two blank lines. */
export interface StreamFrame {
  readonly id?: string;
  /** Absent in a frame that tells its id, or how long to wait, and no event. */
  readonly data?: string;
  readonly retryMs?: number;
}

/**
 * Reads Server-Sent Events from texts that are cut anywhere. Of our own: parsers that can be had drop frames that tell an id
 * alone, which is how a filtered client gets on; and so this folder imports nothing, and a browser can load it as it is.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export function frameReader(): (text: string) => readonly StreamFrame[] {
  let rest = '';
  let frame: StreamFrame = {};
  return text => {
    rest += text;
    // A line feed that belongs to the last carriage return may still come.
    const end = rest.endsWith('\r') ? rest.length - 1 : rest.length;
    const lines = rest.slice(0, end).split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? '') + rest.slice(end);
    const frames: StreamFrame[] = [];
    for (const line of lines) {
      if (line !== '') frame = withLine(frame, line);
      else {
        frames.push(frame);
        frame = {};
      }
    }
    return frames;
  };
}

function withLine(frame: StreamFrame, line: string): StreamFrame {
  const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
  if (name === 'data') return { ...frame, data: frame.data === undefined ? value : `${frame.data}\n${value}` };
  if (name === 'id' && /^\d+$/.test(value)) return { ...frame, id: value };
  if (name === 'retry' && /^\d+$/.test(value)) return { ...frame, retryMs: Number(value) };
  // Comments, the type (it is in the data as well), and what a later version may bring.
  return frame;
}
