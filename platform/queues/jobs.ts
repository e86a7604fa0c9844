import { z } from 'zod';
import { id } from '@cobid/domain/ids.ts';

/**
 * Queues, apart so that a thousand mails hold up neither a deadline nor the mail that somebody waits for, and what is
 * thought over for minutes holds up nothing.
 */
export const queueNames = ['matching', 'mail', 'bulkMail', 'clock', 'pastWork'] as const;
export type QueueName = (typeof queueNames)[number];

/** Mails that one job composes and sends together. */
export const MOST_TOGETHER = 100;

/** What each job carries: ids, and which part of the work; the rest is read again when it runs. */
const payloads = {
  matchTender: z.strictObject({ tenderId: id }),
  matchPart: z.strictObject({
    tenderId: id,
    version: z.int().min(1),
    part: z.int().min(0),
    parts: z.int().min(2),
  }),
  mergeMatches: z.strictObject({ tenderId: id, version: z.int().min(1) }),
  matchCoop: z.strictObject({ coopId: id }),
  sendDelivery: z.strictObject({ deliveryId: id }),
  closeTender: z.strictObject({ tenderId: id }),
  expireInvitation: z.strictObject({ invitationId: id }),
  wantDigests: z.strictObject({}),
  sendDeliveries: z.strictObject({ deliveryIds: z.array(id).min(1).max(MOST_TOGETHER) }),
  takeInboundMail: z.strictObject({ inboundMailId: id }),
  learnWeights: z.strictObject({ networkId: id }),
  findWorthAsking: z.strictObject({}),
  learnPastWork: z.strictObject({ networkId: id }),
  sweep: z.strictObject({}),
};

export type JobName = keyof typeof payloads;
export type JobPayload<Name extends JobName> = z.output<(typeof payloads)[Name]>;

/** What a job is: where it waits, what it carries, and how it is tried again. */
export interface JobDefinition<Name extends JobName> {
  queue: QueueName;
  payload: (typeof payloads)[Name];
  /** The same id twice is one job while the first still waits; no ':' in it, and not all digits. */
  id: (payload: JobPayload<Name>) => string;
  attempts: number;
  backoff: { type: 'exponential'; delay: number };
}

const slowly = { type: 'exponential', delay: 5000 } as const;
const soon = { type: 'exponential', delay: 500 } as const;

/** Every job by its name; worker/jobs holds a handler of the same name for each. */
export const jobs: { [Name in JobName]: JobDefinition<Name> } = {
  matchTender: {
    queue: 'matching',
    payload: payloads.matchTender,
    id: ({ tenderId }) => `match-${tenderId}`,
    attempts: 5,
    backoff: soon,
  },
  matchPart: {
    queue: 'matching',
    payload: payloads.matchPart,
    id: ({ tenderId, version, part, parts }) => `match-${tenderId}-${version}-part-${part}-of-${parts}`,
    attempts: 5,
    backoff: soon,
  },
  mergeMatches: {
    queue: 'matching',
    payload: payloads.mergeMatches,
    id: ({ tenderId, version }) => `merge-${tenderId}-${version}`,
    attempts: 5,
    backoff: soon,
  },
  matchCoop: {
    queue: 'matching',
    payload: payloads.matchCoop,
    id: ({ coopId }) => `match-coop-${coopId}`,
    attempts: 5,
    backoff: soon,
  },
  sendDelivery: {
    queue: 'mail',
    payload: payloads.sendDelivery,
    id: ({ deliveryId }) => `send-${deliveryId}`,
    attempts: 8,
    backoff: slowly,
  },
  closeTender: {
    queue: 'clock',
    payload: payloads.closeTender,
    id: ({ tenderId }) => `close-${tenderId}`,
    attempts: 5,
    backoff: soon,
  },
  expireInvitation: {
    queue: 'clock',
    payload: payloads.expireInvitation,
    id: ({ invitationId }) => `expire-${invitationId}`,
    attempts: 5,
    backoff: soon,
  },
  wantDigests: {
    queue: 'clock',
    payload: payloads.wantDigests,
    id: () => 'want-digests',
    attempts: 5,
    backoff: soon,
  },
  sendDeliveries: {
    queue: 'bulkMail',
    payload: payloads.sendDeliveries,
    id: ({ deliveryIds }) => `send-many-${deliveryIds[0] ?? ''}`,
    attempts: 8,
    backoff: slowly,
  },
  takeInboundMail: {
    queue: 'clock',
    payload: payloads.takeInboundMail,
    id: ({ inboundMailId }) => `take-${inboundMailId}`,
    attempts: 8,
    backoff: slowly,
  },
  learnWeights: {
    queue: 'matching',
    payload: payloads.learnWeights,
    id: ({ networkId }) => `learn-${networkId}`,
    attempts: 3,
    backoff: slowly,
  },
  findWorthAsking: {
    queue: 'pastWork',
    payload: payloads.findWorthAsking,
    id: () => 'find-worth-asking',
    attempts: 3,
    backoff: slowly,
  },
  learnPastWork: {
    queue: 'pastWork',
    payload: payloads.learnPastWork,
    id: ({ networkId }) => `learn-past-work-${networkId}`,
    attempts: 3,
    backoff: slowly,
  },
  sweep: { queue: 'clock', payload: payloads.sweep, id: () => 'sweep', attempts: 1, backoff: soon },
};

export const jobNames: readonly JobName[] = [
  'matchTender',
  'matchPart',
  'mergeMatches',
  'matchCoop',
  'sendDelivery',
  'closeTender',
  'expireInvitation',
  'wantDigests',
  'sendDeliveries',
  'takeInboundMail',
  'learnWeights',
  'findWorthAsking',
  'learnPastWork',
  'sweep',
];
