import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';

export interface Ran {
  readonly status: number;
  /** Both streams, as a terminal shows them. */
  readonly lines: readonly string[];
}

/** One shell, so that `cd` and `export` hold for the commands after them. */
export interface Bash extends AsyncDisposable {
  run(command: string): Promise<Ran>;
}

const end = '--this-command-has-ended--';
const patienceMs = 30_000;

/** `keep` runs a command in the background, and returns once it has printed something. What it prints is in the file `kept`. */
const keep = `keep() {
  rm -f "$KEPT/kept"
  "$@" > "$KEPT/kept" 2>&1 < /dev/null &
  while [ ! -s "$KEPT/kept" ]; do kill -0 $! || return 1; sleep 0.02; done
}`;

/** @param kept Where `keep` puts what its commands print: a folder. */
export function openBash(cwd: string, kept: string, env: NodeJS.ProcessEnv): Bash {
  // A group of its own: what the page has started ends with it.
  const bash = spawn('bash', ['--noprofile', '--norc'], {
    ...{ cwd, env: { ...env, KEPT: kept }, stdio: 'pipe', detached: true },
  });
  bash.stdin.write(`exec 2>&1\n${keep}\n`);
  const output = bash.stdout.setEncoding('utf8')[Symbol.asyncIterator]();
  const signal = (name: NodeJS.Signals) => bash.pid !== undefined && process.kill(-bash.pid, name);
  return {
    async run(command) {
      bash.stdin.write(`{\n${command}\n} < /dev/null\nprintf '\\n%s %s\\n' '${end}' $?\n`);
      const late = setTimeout(patienceMs, { value: undefined }, { ref: false });
      let said = '';
      for (;;) {
        const ended = new RegExp(`\\n?^${end} (\\d+)\\n`, 'm').exec(said);
        if (ended) {
          const text = said.slice(0, ended.index).trimEnd();
          return { status: Number(ended[1]), lines: text === '' ? [] : text.split('\n') };
        }
        const { value } = await Promise.race([output.next(), late]);
        if (value === undefined)
          throw new Error(`It does not end (one that goes on needs <!-- runs on -->): ${command}\n${said}`);
        said += value;
      }
    },
    async [Symbol.asyncDispose]() {
      if (bash.exitCode !== null) return;
      const over = once(bash, 'exit');
      signal('SIGTERM');
      bash.stdin.end();
      const hasEnded = await Promise.race([over.then(() => true), setTimeout(2000, false, { ref: false })]);
      if (!hasEnded) signal('SIGKILL');
    },
  };
}
