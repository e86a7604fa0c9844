import type { Handlers } from '@cobid/platform/queues/takeJobs.ts';
import type { Context } from './context.ts';
import { closeTender } from './jobs/closeTender.ts';
import { expireInvitation } from './jobs/expireInvitation.ts';
import { findWorthAsking } from './jobs/findWorthAsking.ts';
import { learnPastWork } from './jobs/learnPastWork.ts';
import { learnWeights } from './jobs/learnWeights.ts';
import { matchCoop } from './jobs/matchCoop.ts';
import { matchPart } from './jobs/matchPart.ts';
import { matchTender } from './jobs/matchTender.ts';
import { mergeMatches } from './jobs/mergeMatches.ts';
import { sendDelivery } from './jobs/sendDelivery.ts';
import { sendDeliveries } from './jobs/sendDeliveries.ts';
import { sweep } from './jobs/sweep.ts';
import { wantDigests } from './jobs/wantDigests.ts';
import { takeInboundMail } from './jobs/takeInboundMail.ts';

/** The handler of every job; a job without one is a type error. */
export function handlersWith(context: Context): Handlers {
  return {
    matchTender: (payload) => matchTender(payload, context),
    matchPart: (payload) => matchPart(payload, context),
    mergeMatches: (payload) => mergeMatches(payload, context),
    matchCoop: (payload) => matchCoop(payload, context),
    sendDelivery: (payload) => sendDelivery(payload, context),
    closeTender: (payload) => closeTender(payload, context),
    expireInvitation: (payload) => expireInvitation(payload, context),
    wantDigests: (payload) => wantDigests(payload, context),
    sendDeliveries: (payload) => sendDeliveries(payload, context),
    takeInboundMail: (payload) => takeInboundMail(payload, context),
    learnWeights: (payload) => learnWeights(payload, context),
    findWorthAsking: (payload) => findWorthAsking(payload, context),
    learnPastWork: (payload) => learnPastWork(payload, context),
    sweep: (payload) => sweep(payload, context),
  };
}
