import { test } from '@jest/globals';

type Step = (name: string, act: () => Promise<void>, withinMs?: number) => void;

/**
 * Steps of one story as tests: what comes after a step that failed fails at once, naming it, rather than waiting for
 * what cannot come. `onFailure` may keep what was to be seen then.
 */
export function journey(onFailure: () => Promise<void>): Step {
  let failed: string | null = null;
  return (name, act, withinMs) =>
    test(
      name,
      async () => {
        if (failed !== null) throw new Error(`Not tried, because "${failed}" failed.`);
        try {
          await act();
        } catch (error) {
          failed = name;
          await onFailure();
          throw error;
        }
      },
      withinMs,
    );
}
