/** A sysparm_limit or sysparm_offset; what is no number counts as not sent. */
export const wholeNumber = (text: string | undefined, otherwise: number): number =>
  text && /^\d+$/.test(text) ? Number(text) : otherwise;
