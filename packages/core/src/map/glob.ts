/** Whether a whole text is as a pattern says, in any letter case: `*` is any characters, `?` is one. */
export function glob(pattern: string): (text: string) => boolean {
  const wanted = [...pattern.toLowerCase()];
  return text => {
    const found = [...text.toLowerCase()];
    let at = 0;
    let next = 0;
    /** After the last `*`, and how much of the text it has taken: going back no further than there keeps this free of blow-up. */
    let star: { readonly next: number; at: number } | undefined;
    while (at < found.length) {
      if (wanted[next] === '*') {
        star = { next: ++next, at };
      } else if (wanted[next] === '?' || wanted[next] === found[at]) {
        next++;
        at++;
      } else if (star !== undefined) {
        at = ++star.at;
        next = star.next;
      } else return false;
    }
    return wanted.slice(next).every(character => character === '*');
  };
}
