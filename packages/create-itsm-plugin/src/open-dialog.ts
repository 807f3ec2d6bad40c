import { createInterface } from 'node:readline';

export interface Terminal {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  /** Ends the dialog. */
  readonly signal?: AbortSignal;
}

export interface Dialog extends Disposable {
  /**
   * Asks until the answer can be taken; an empty one takes what stands in brackets.
   *
   * @param problem why a word cannot be taken, or nothing
   * @throws Error with the words of `ended`: the input ended before the answer
   */
  answer(question: string, fallback: string, problem: (word: string) => string | undefined): Promise<string>;
}

/** Questions to a person, one after the other. @param ended What to do where the input ends too early. */
export function openDialog({ stdin, stdout, signal }: Terminal, ended: string): Dialog {
  const lines = createInterface({ input: stdin, ...(signal ? { signal } : {}) });
  // One after the other, also where all of them are there at once, as from a pipe.
  const typed = lines[Symbol.asyncIterator]();
  return {
    async answer(question, fallback, problem) {
      for (;;) {
        stdout.write(`${question} [${fallback}] `);
        const { value, done } = await typed.next();
        if (done) {
          stdout.write('\n');
          throw new Error(`The input ended before every question was answered. ${ended}`);
        }
        const word = value.trim() || fallback;
        const wrong = problem(word);
        if (wrong === undefined) return word;
        stdout.write(`  ${wrong}\n`);
      }
    },
    [Symbol.dispose]: () => lines.close(),
  };
}
