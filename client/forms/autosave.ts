import { ApiError, problemOf } from '../api/problem.ts';
import type { ApiProblem } from '../api/problem.ts';

/**
 * `saved` nothing to do · `waiting` changed, about to be saved · `saving` · `failed` kept here, to be tried again ·
 * `stale` somebody else saved first: nothing more is sent until the page is read anew.
 */
export interface AutosaveState {
  status: 'saved' | 'waiting' | 'saving' | 'failed' | 'stale';
  problem: ApiProblem | null;
}

export interface Autosave<Fields> {
  /** Takes over changed fields; what was changed last of a field counts. */
  change: (fields: Partial<Fields>) => void;
  /** Saves at once what waits, and settles when all of it is saved or has failed. */
  flush: () => Promise<void>;
  /** The version that the last save made; what a publish has to name. */
  version: () => number;
  /** Takes over the version that a write beside the autosave has made. */
  tellVersion: (version: number) => void;
  read: () => AutosaveState;
  subscribe: (listener: () => void) => () => void;
}

interface Options<Fields> {
  version: number;
  /** Sends the fields with the version they were made on; answers with the new version. */
  save: (version: number, fields: Partial<Fields>) => Promise<{ version: number }>;
  delayMs?: number;
}

/** Saves changes a moment after the last one, one request at a time, each on the version that the last one made. */
export function createAutosave<Fields extends object>({
  version: first,
  save,
  delayMs = 900,
}: Options<Fields>): Autosave<Fields> {
  let version = first;
  let pending: Partial<Fields> = {};
  let state: AutosaveState = { status: 'saved', problem: null };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  function tell(status: AutosaveState['status'], problem: ApiProblem | null = null) {
    state = { status, problem };
    for (const listener of listeners) listener();
  }
  const hasPending = () => Object.keys(pending).length > 0;

  async function saveOnce(): Promise<void> {
    const sent = pending;
    pending = {};
    tell('saving');
    try {
      ({ version } = await save(version, sent));
      tell(hasPending() ? 'waiting' : 'saved');
    } catch (error) {
      // What was typed since then is newer than what failed.
      pending = { ...sent, ...pending };
      const problem = problemOf(error);
      const isStale = error instanceof ApiError && problem.status === 409;
      tell(isStale ? 'stale' : 'failed', problem);
    }
  }

  async function saveAll(): Promise<void> {
    do await saveOnce();
    while (state.status === 'waiting');
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    if (running !== null) return running;
    if (!hasPending() || state.status === 'stale') return Promise.resolve();
    running = saveAll().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    change(fields) {
      pending = { ...pending, ...fields };
      if (state.status === 'stale') return;
      if (running === null) tell('waiting');
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), delayMs);
    },
    flush,
    version: () => version,
    tellVersion(next) {
      version = next;
    },
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
