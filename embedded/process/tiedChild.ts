import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/**
 * The shell holds the read end of a pipe whose write end only this process has. Whatever ends this process, even
 * SIGKILL, closes the pipe, and the shell then ends the child. It works alike on Linux and macOS, which
 * PR_SET_PDEATHSIG does not, and asks nothing of the program that it runs.
 */
const lifeline = `
exec 3<&0
"$@" 3<&- </dev/null & child=$!
( trap '' INT TERM; read -r _ <&3; kill -TERM $child ) >/dev/null 2>&1 & watcher=$!
exec 3<&-
trap 'kill -TERM $child' TERM
while :; do wait $child; code=$?; kill -0 $child 2>/dev/null || break; done
kill -KILL $watcher 2>/dev/null; wait $watcher 2>/dev/null
exit $code
`;

/** A child process that cannot outlive this one; `ended` resolves with its exit code (null when it was killed). */
export interface TiedChild {
  stdout: Readable;
  stderr: Readable;
  ended: Promise<number | null>;
  /** Sends SIGTERM, and SIGKILL to what still runs after `graceMs`; resolves when the child is gone. */
  stop: (graceMs?: number) => Promise<void>;
  /** Ends the child and the shell that watches it at once, with SIGKILL. */
  kill: () => void;
}

/**
 * Starts a program that ends when this process ends, however it ends, and that a Ctrl-C in the terminal does not
 * reach, so that the caller decides the order in which things stop.
 */
export function spawnTied(
  command: string,
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv; cwd?: string; umask?: string } = {},
): TiedChild {
  const script = options.umask === undefined ? lifeline : `umask ${options.umask}\n${lifeline}`;
  const shell = spawn('/bin/sh', ['-c', script, 'sh', command, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
    ...(options.env === undefined ? {} : { env: options.env }),
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  shell.stdin.on('error', () => undefined); // EPIPE when the child went first
  const ended = exitOf(shell);
  const kill = () => killGroup(shell);
  return {
    stdout: shell.stdout,
    stderr: shell.stderr,
    ended,
    kill,
    async stop(graceMs = 5_000) {
      shell.stdin.end();
      const timer = setTimeout(kill, graceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

async function exitOf(shell: ChildProcess): Promise<number | null> {
  try {
    await once(shell, 'close');
  } catch {
    return null; // there is no /bin/sh, or no room for a process
  }
  return shell.exitCode;
}

function killGroup(shell: ChildProcess): void {
  if (shell.pid === undefined) return;
  try {
    process.kill(-shell.pid, 'SIGKILL');
  } catch {
    // it was gone already
  }
}
