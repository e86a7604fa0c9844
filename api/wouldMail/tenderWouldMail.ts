import type { Actor } from '@cobid/domain/actor.ts';
import {
  endingInWords,
  mailingInWords,
  noDeadlineInWords,
  publishingInWords,
} from '@cobid/domain/mail/wouldMail.ts';
import type { MailingAct, WouldMailView } from '@cobid/domain/mail/wouldMail.ts';
import {
  mayAward,
  mayCancel,
  mayCloseWithoutAward,
  mayComplete,
  mayPublish,
  mayReadTender,
  mayWithdrawTender,
} from '@cobid/domain/tender/policy.ts';
import { awardMails, undecidedStates } from '@cobid/platform/consortium/awardMails.ts';
import { completionMails } from '@cobid/platform/consortium/completionMails.ts';
import { oneOf } from '@cobid/platform/mongo/filter.ts';
import { bids } from '@cobid/platform/mongo/models/bid.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { whoWouldGet } from '@cobid/platform/telling/whoWouldGet.ts';
import { whoWouldHear } from '@cobid/platform/telling/whoWouldHear.ts';
import { ensure, found } from '../http/problem.ts';

const rules = {
  publish: mayPublish,
  withdraw: mayWithdrawTender,
  cancel: mayCancel,
  'close-without-award': mayCloseWithoutAward,
  award: mayAward,
  complete: mayComplete,
} as const satisfies Record<MailingAct, typeof mayPublish>;

/** Whom an act on a tender would mail, for those who may do it now; by the code that wants the mails. Writes nothing. */
export async function tenderWouldMail(
  actor: Actor,
  tenderId: string,
  act: MailingAct,
  now: Date,
): Promise<WouldMailView> {
  const tender = found(await tenders.findById(tenderId));
  ensure(mayReadTender(actor, tender));
  ensure(rules[act](actor, tender, now), { state: tender.state });
  switch (act) {
    case 'publish':
      return publishing(tender, now);
    case 'award': {
      // The deadline has passed and the bids are open: the client has seen who they are.
      const offered = await bids.find(
        { tenderId, state: oneOf(undecidedStates) },
        { without: ['sealed', 'events'] },
      );
      return counted(await whoWouldGet(awardMails(tender, offered, null)));
    }
    case 'complete':
      return counted(await whoWouldGet(await completionMails(tender)));
    case 'withdraw':
    case 'cancel':
    case 'close-without-award':
      return { people: null, inDigest: 0, sentence: endingInWords };
  }
}

async function publishing(tender: TenderRecord, now: Date): Promise<WouldMailView> {
  // When people hear of it depends on its deadline.
  if (tender.deadline === null) return { people: 0, inDigest: 0, sentence: noDeadlineInWords };
  const { hearers, isAll } = await whoWouldHear(tender, now);
  const people = hearers.filter(({ telling }) => telling.when === 'now').length;
  const inDigest = hearers.filter(({ telling }) => telling.when === 'digest').length;
  return { people, inDigest, sentence: publishingInWords(people, inDigest, isAll) };
}

function counted(people: number): WouldMailView {
  return { people, inDigest: 0, sentence: mailingInWords(people) };
}
