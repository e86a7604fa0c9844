import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { learnPastWork } from '@cobid/domain/matching/worthAsking/pastWorkModel.ts';
import { similarWork } from '@cobid/domain/matching/worthAsking/similarWork.ts';
import type { PastWorkTask } from './task.ts';

// Mails and pages come first where there are few cores. On Linux this is for the calling thread alone.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

/** The thread of `pastWorkThread.ts`: takes one task, answers it, ends. It reads no store. */
const task: PastWorkTask = workerData;
parentPort?.postMessage(
  task.kind === 'learn'
    ? learnPastWork(task.awards)
    : similarWork(task.works, task.coefficients, task.questions, task.most),
);
