/** Tells the time. The whole server takes it as a value, so that tests can move it. */
export type Clock = () => Date;

export const realClock: Clock = () => new Date();

/** A clock that stands still until it is told to move; for tests. */
export interface SettableClock extends Clock {
  set(to: Date | string): void;
  /** Moves by so many milliseconds; see `minutes`, `hours` and `days`. */
  advance(milliseconds: number): void;
}

/** A clock that starts at the given moment. */
export function settableClock(start: Date | string): SettableClock {
  let at = new Date(start).getTime();
  return Object.assign(() => new Date(at), {
    set: (to: Date | string) => {
      at = new Date(to).getTime();
    },
    advance: (milliseconds: number) => {
      at += milliseconds;
    },
  });
}

export const seconds = (count: number): number => count * 1000;
export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => count * 3_600_000;
export const days = (count: number): number => count * 86_400_000;

/** The moment so many milliseconds after another. */
export function after(from: Date, milliseconds: number): Date {
  return new Date(from.getTime() + milliseconds);
}
