import { isAboutTenders } from '@cobid/domain/mail/rules.ts';
import { ownWords } from '@cobid/domain/reply/ownWords.ts';
import { noReasons } from '@cobid/domain/opportunity/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { answerToken } from '@cobid/platform/mailLinks/answerLink.ts';
import { deliveries } from '@cobid/platform/mongo/models/delivery.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import { inboundMails } from '@cobid/platform/mongo/models/inboundMail.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { seatInvitations } from '@cobid/platform/mongo/models/seatInvitation.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { derivedToken } from '@cobid/platform/tokens.ts';
import { replyHeld } from '../mail/kinds/replyHeld.ts';
import { replyTaken } from '../mail/kinds/replyTaken.ts';
import type { AnswerTaken } from '../mail/kinds/replyTaken.ts';
import { replyUnclear, unclearReasons } from '../mail/kinds/replyUnclear.ts';
import type { ReplyLinks } from '../mail/kinds/replyUnclear.ts';
import type { Reader } from '../mail/wording.ts';
import { wordsIn } from '../mail/words/wordsIn.ts';
import { composed, moot, pageUrl } from './composer.ts';
import type { ComposeTools, Composer } from './composer.ts';
import { answerLinks } from './offerParts.ts';
import { nameOf, readerOf, readOrganisations } from './readReader.ts';

export const composeReplyTaken: Composer = async (delivery, tools) => {
  const { tenderId = '', coopId = '', invitationId, inboundMailId = '' } = delivery.refs;
  const [reader, tender, organisations, invitation] = await Promise.all([
    readPerson(delivery),
    tenders.findById(tenderId),
    readOrganisations([coopId]),
    invitationId === undefined ? null : seatInvitations.findById(invitationId),
  ]);
  if (reader === null || tender === null) return moot('gone');
  const leads = await readOrganisations([invitation?.leadId ?? null]);
  const answer = answerTaken(delivery.data, nameOf(leads, invitation?.leadId ?? null, reader));
  if (answer === null) return moot('says nothing');
  const undo = derivedToken(tools.config.COBID_SECRET, 'reply-undo', inboundMailId);
  return composed(
    replyTaken({
      reader,
      coop: nameOf(organisations, coopId, reader),
      tender: { title: titleOf(tender, reader), url: pageUrl(tools, paths.tender(tender.id)) },
      answer,
      words: delivery.data['words'] ?? '',
      undoUrl: answer.answer === 'declined' ? null : pageUrl(tools, paths.undoReply(undo)),
    }),
  );
};

export const composeReplyUnclear: Composer = async (delivery, tools) => {
  const { tenderId } = delivery.refs;
  const [reader, tender, answered] = await Promise.all([
    readPerson(delivery),
    tenderId === undefined ? null : tenders.findById(tenderId),
    deliveries.findById(delivery.data['answeredId'] ?? ''),
  ]);
  const why = unclearReasons.find((each) => each === delivery.data['why']);
  if (reader === null || why === undefined) return moot('gone');
  return composed(
    replyUnclear({
      reader,
      why,
      words: delivery.data['words'] ?? '',
      about: tender === null ? null : titleOf(tender, reader),
      links: linksTo(answered, tender, delivery.refs.coopId, tools),
    }),
  );
};

export const composeReplyHeld: Composer = async (delivery, tools) => {
  const { inboundMailId = '' } = delivery.refs;
  const [reader, mail] = await Promise.all([readPerson(delivery), inboundMails.findById(inboundMailId)]);
  if (reader === null || mail === null) return moot('gone');
  if (mail.state !== 'held') return moot(`is ${mail.state}`);
  return composed(
    replyHeld({
      reader,
      from: mail.from,
      subject: mail.subject,
      words: ownWords(mail.text).slice(0, 300),
      url: `${pageUrl(tools, paths.heldReplies())}`,
    }),
  );
};

async function readPerson({ personId }: DeliveryRecord) {
  const person = personId === null ? null : await people.findById(personId);
  return person === null ? null : readerOf(person);
}

const titleOf = ({ content }: TenderRecord, { language }: Reader) =>
  content.title || wordsIn(language).general.untitledTender;

function answerTaken(data: Record<string, string>, lead: string): AnswerTaken | null {
  switch (data['answer']) {
    case 'yes':
      return { answer: 'yes', seeksPartners: data['seeksPartners'] === 'yes' };
    case 'yes_if':
      return { answer: 'yes_if', condition: data['condition'] ?? '' };
    case 'not_now':
      return { answer: 'not_now', until: data['until'] ?? '', isGuess: data['isGuess'] === 'yes' };
    case 'pass_to':
      return { answer: 'pass_to', passedTo: data['passedTo'] ?? '' };
    case 'no':
      return { answer: 'no', reason: noReasons.find((reason) => reason === data['reason']) ?? 'other' };
    case 'declined':
      return { answer: 'declined', lead };
    default:
      return null;
  }
}

/** The same links as in the mail that was answered, as long as they can be used. */
function linksTo(
  answered: DeliveryRecord | null,
  tender: TenderRecord | null,
  coopId: string | undefined,
  tools: ComposeTools,
): ReplyLinks {
  if (answered === null || tender === null) return { answers: null, page: tools.config.APP_URL };
  const { personId, refs } = answered;
  if (refs.invitationId !== undefined) {
    return { answers: null, page: pageUrl(tools, paths.invitation(refs.invitationId)) };
  }
  const page = pageUrl(tools, refs.bidId === undefined ? paths.tender(tender.id) : paths.bid(refs.bidId));
  if (personId === null || coopId === undefined || tenderStateAt(tender, tools.now) !== 'open') {
    return { answers: null, page };
  }
  if (!isAboutTenders(answered.kind)) return { answers: null, page };
  const about = { deliveryId: answered.id, tenderId: tender.id, coopId };
  return { answers: answerLinks(answerToken(tools.config.COBID_SECRET, about), tools), page };
}
