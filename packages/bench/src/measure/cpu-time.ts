import { readdirSync, readFileSync } from 'node:fs';

/** Microseconds: what Linux counts in `/proc` is 100 in a second, whatever the clock of the kernel. */
const tickUs = 10_000;

/** Microseconds of CPU, user and system, that a process has used, and those of its children that have ended. */
export function cpuTimeOf(pid: number): number {
  const { user, system, childrenUser, childrenSystem } = statOf(pid);
  return (user + system + childrenUser + childrenSystem) * tickUs;
}

/** The same of a process with its living children: a PostgreSQL is its postmaster and a process for each connection. */
export function cpuTimeOfFamily(parent: number): number {
  const pids = readdirSync('/proc').filter(name => /^\d+$/.test(name));
  const children = pids.flatMap(name => {
    try {
      return statOf(Number(name)).parent === parent ? [cpuTimeOf(Number(name))] : [];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
  return children.reduce((sum, one) => sum + one, cpuTimeOf(parent));
}

export const parentOf = (pid: number): number => statOf(pid).parent;

/** The most memory that a process has had at one time, in bytes. */
export function peakMemoryOf(pid: number): number {
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1]) * 1024;
}

/** proc(5): the name of the command is in parentheses, and may hold anything; the state comes after it. */
function statOf(pid: number) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const at = (field: number) => Number(fields[field - 3]);
  return { parent: at(4), user: at(14), system: at(15), childrenUser: at(16), childrenSystem: at(17) };
}
