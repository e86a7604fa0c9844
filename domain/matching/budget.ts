/** A limit on work: `spend` is asked at each step and says whether there is any left. */
export interface Budget {
  spend(): boolean;
  isSpent(): boolean;
}

/** Steps between two looks at the clock. */
const STEPS_PER_LOOK = 64;

/**
 * A budget of steps, and of milliseconds when a clock is passed: the domain has none of its own. The steps alone end
 * every search, and do so at the same place each time.
 */
export function budgetOf(limits: { steps: number; clock?: () => number; milliseconds?: number }): Budget {
  const { clock, milliseconds } = limits;
  const end = clock === undefined || milliseconds === undefined ? undefined : clock() + milliseconds;
  let used = 0;
  let isSpent = false;
  return {
    spend() {
      const isLook = used % STEPS_PER_LOOK === 0;
      used += 1;
      if (used > limits.steps) isSpent = true;
      if (isLook && end !== undefined && clock !== undefined && clock() >= end) isSpent = true;
      return !isSpent;
    },
    isSpent: () => isSpent,
  };
}
