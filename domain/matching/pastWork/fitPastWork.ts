import type { Coefficient } from './additiveModel.ts';
import { candidatesIn, firstOrder } from './candidates.ts';
import { features, featuresOf } from './features.ts';
import { fitAdditive } from './fitAdditive.ts';
import type { Lesson } from './fitAdditive.ts';
import type { PastWork } from './pastWork.ts';
import { createPastWorkSignals } from './pastWorkSignals.ts';

/** Where the past is cut: what comes before is known, what follows, up to a quarter of the whole, is to be found. */
const CUTS = [0.625, 0.75, 0.875];
const AHEAD = 0.25;
/** A lesson is the order of the first of the candidates: what lies further down teaches to tell the hopeless apart. */
const LESSON = 120;

/**
 * Learns from a history of awards how much each feature tells. Time runs forward: each lesson is a work that was won
 * after all that its signals were read from, as it will be when the model is used.
 */
export function fitPastWork(
  given: readonly PastWork[],
  nameOf: (coopId: string) => string,
  onCut: (lessons: number) => void = () => undefined,
): Coefficient[] {
  const works = given.toSorted((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
  const lessons = CUTS.flatMap((cut) => {
    const first = Math.floor(works.length * cut);
    const found = lessonsAt(works.slice(0, first), works.slice(first, first + works.length * AHEAD), nameOf);
    onCut(found.length);
    return found;
  });
  return fitAdditive(lessons, features.length);
}

function lessonsAt(
  known: readonly PastWork[],
  later: readonly PastWork[],
  nameOf: (coopId: string) => string,
): Lesson[] {
  const signals = createPastWorkSignals(known, nameOf);
  const coops = new Set(signals.coops);
  return later
    .filter((work) => work.coops.some((coop) => coops.has(coop)))
    .map((work) => {
      const answer = signals.ask(work);
      const candidates = candidatesIn(firstOrder(answer));
      const rows = Math.min(LESSON, candidates.length);
      const winners = new Set(work.coops);
      return {
        features: featuresOf(answer, candidates).slice(0, rows * features.length),
        candidates: rows,
        winners: Array.from({ length: rows }, (_, row) => row).filter((row) =>
          winners.has(signals.coops[candidates[row] ?? 0] ?? ''),
        ),
      };
    });
}
