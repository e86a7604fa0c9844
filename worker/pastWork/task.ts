import type { Coefficient } from '@cobid/domain/matching/pastWork/additiveModel.ts';
import type { PastWork, WantedWork } from '@cobid/domain/matching/pastWork/pastWork.ts';

/** Asks for the co-ops that did such work, at most so many for each question. */
export interface FindTask {
  kind: 'find';
  works: readonly PastWork[];
  coefficients: readonly Coefficient[];
  questions: readonly WantedWork[];
  most: number;
}

/** Asks for what past awards teach. */
interface LearnTask {
  kind: 'learn';
  awards: readonly PastWork[];
}

/** What is thought over apart from the worker's own work. */
export type PastWorkTask = FindTask | LearnTask;
