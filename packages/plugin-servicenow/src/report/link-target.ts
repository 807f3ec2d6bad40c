/**
 * Only what cannot lead into the instance itself: `/logout.do` would, and so would `https:logout.do`. Spaces and control
 * characters, which a browser skips in an address, are in none that is followed.
 */
export const isFollowed = (url: string): boolean => /^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(url);

/** What a reader is told of a target that is not followed: nothing of one that would run, or that holds the whole file. */
export const shownTarget = (url: string): string =>
  /^(javascript|vbscript|data):/i.test(url.replace(/[\s\p{Cc}]/gu, '')) ? '' : url;
