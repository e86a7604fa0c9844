import { setTimeout as wait } from 'node:timers/promises';

/** Asks again and again until there is an answer other than null or false; throws after `withinMs`, naming what was waited for. */
export async function until<Found>(
  what: string,
  ask: () => Promise<Found | null | false>,
  withinMs = 20_000,
): Promise<Found> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await ask();
    if (found !== null && found !== false) return found;
    if (Date.now() > end) throw new Error(`Waited ${withinMs} ms in vain for ${what}.`);
    await wait(40);
  }
}
