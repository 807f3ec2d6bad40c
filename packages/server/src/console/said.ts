/** What a page says after something was done: a word in the address, so that nobody can put a text of theirs there. */
const words: Readonly<Record<string, string>> = {
  approve: 'Approved. What became of it is below.',
  replay: 'Taken up again. What became of it is below.',
  reject: 'Decided: nothing more is sent.',
  link: 'Linked. The delivery has its ticket.',
  already: 'That can no longer be done; its status is below. Nothing was done.',
  pause: 'Paused. Nothing goes out there until it is resumed.',
  resume: 'Resumed. What waited goes out.',
};

export const saidOf = (code: string | undefined): string | undefined =>
  code !== undefined && Object.hasOwn(words, code) ? words[code] : undefined;
