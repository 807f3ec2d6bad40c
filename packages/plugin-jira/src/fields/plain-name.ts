/** A name as people compare it: Jira's own projects write "Won't Do" as well as "Won’t do". */
export const plainName = (name: string): string => name.trim().replaceAll('’', "'").toLowerCase();
