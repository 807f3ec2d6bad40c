/** What the body of a request says, as `shownTicket` takes it; undefined for one that is no JSON. */
export function payloadIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
