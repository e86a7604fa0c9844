import type { Reason } from './reasons.ts';

/** A state machine as data: each move names the states it may start from and the one it leads to. */
export type Moves<State extends string> = Readonly<Record<string, { from: readonly State[]; to: State }>>;

export type MoveResult<State extends string> = { ok: true; to: State } | { ok: false; because: Reason };

/** Whether `name` may happen in `state`, and where it leads (domain rules, section 2: illegal moves are refused with the state). */
export function move<State extends string, Table extends Moves<State>>(
  table: Table,
  state: State,
  name: keyof Table & string,
): MoveResult<State> {
  const step = table[name];
  return step?.from.includes(state) ? { ok: true, to: step.to } : { ok: false, because: 'wrong_state' };
}

/** Who did what and when: one line of a document's append-only history. */
export interface LifecycleEvent<State extends string> {
  at: Date;
  actorId: string | null;
  from: State | null;
  to: State;
  note: string;
}
