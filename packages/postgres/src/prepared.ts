import { createHash } from 'node:crypto';

/** A statement that each delivery needs, under a name: PostgreSQL reads and plans it once for each connection. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/**
 * For statements that find their rows by a key: the plan is made without values, and stays while tables grow.
 *
 * The name tells the text. So two processes whose connections a pooler exchanges mean the same statement by it.
 */
export function prepared(what: string, text: string): Prepared {
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return { name: `itsm ${what} ${digest}`, text };
}

/**
 * The statement under another name for each time that a table has become four times as large: its plan is made anew then.
 * One that was made for the first few rows reads all of them, and would go on to until PostgreSQL counts them again. The text
 * differs as well: PgBouncer keeps one statement for each text, whatever the names that its clients have for it.
 *
 * @returns given how many rows there are, as far as somebody knows
 */
export function grownTo({ name, text }: Prepared): (rows: number) => Prepared {
  const made: Prepared[] = [];
  return rows => {
    const size = Math.ceil(Math.log2(rows + 1) / 2);
    made[size] ??= { name: `${name} ${size}`, text: `${text} -- ${size}` };
    return made[size];
  };
}
