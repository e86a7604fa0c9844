import { ownWords } from '@cobid/domain/reply/ownWords.ts';
import type { ReplyUndoView } from '@cobid/domain/reply/views.ts';
import { tenderStateAt } from '@cobid/domain/tender/lifecycle.ts';
import { inboundMails } from '@cobid/platform/mongo/models/inboundMail.ts';
import type { InboundEffect, InboundMailRecord } from '@cobid/platform/mongo/models/inboundMail.ts';
import { organisationsById } from '@cobid/platform/mongo/models/organisation.ts';
import { responses, takeBackAnswer } from '@cobid/platform/mongo/models/response.ts';
import type { ResponseRecord } from '@cobid/platform/mongo/models/response.ts';
import { tenders } from '@cobid/platform/mongo/models/tender.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import { hashToken } from '@cobid/platform/tokens.ts';
import { refusal } from '../http/problem.ts';

interface Undo {
  mail: InboundMailRecord;
  effect: InboundEffect;
  tender: TenderRecord;
  response: ResponseRecord | null;
}

/** What an undo link is about. Looking changes nothing. */
export async function showReplyUndo(token: string): Promise<ReplyUndoView> {
  return viewOf(await findUndo(token));
}

/** Takes back the answer that a reply gave; one that it replaced stands again. Doing it twice changes nothing more. */
export async function undoReply(token: string, now: Date): Promise<ReplyUndoView> {
  const undo = await findUndo(token);
  const { mail, effect, tender, response } = undo;
  if (effect.undoneAt !== undefined || response === null || !isLatest(response, effect)) return viewOf(undo);
  if (tenderStateAt(tender, now) !== 'open') throw refusal('deadline_passed', { state: tender.state });
  await takeBackAnswer(response);
  await inboundMails.change({ id: mail.id }, { set: { 'effect.undoneAt': now } });
  return viewOf({ ...undo, effect: { ...effect, undoneAt: now } });
}

async function findUndo(token: string): Promise<Undo> {
  const gone = refusal('link_used', { status: 404 });
  const mail = await inboundMails.findOne({ undoHash: hashToken(token) });
  if (mail === null || mail.effect === null) throw gone;
  const { tenderId, coopId } = mail.effect;
  const [tender, response] = await Promise.all([
    tenders.findById(tenderId),
    responses.findOne({ tenderId, coopId }),
  ]);
  if (tender === null) throw gone;
  return { mail, effect: mail.effect, tender, response };
}

const isLatest = ({ at }: ResponseRecord, { answeredAt }: InboundEffect) =>
  at.getTime() === answeredAt.getTime();

async function viewOf({ mail, effect, tender, response }: Undo): Promise<ReplyUndoView> {
  const known = await organisationsById([effect.coopId]);
  const stands = response !== null && isLatest(response, effect);
  return {
    tender: { id: tender.id, title: tender.content.title },
    coopName: known.get(effect.coopId)?.name ?? '',
    answer: effect.answer,
    words: ownWords(mail.text),
    state: effect.undoneAt === undefined ? (stands ? 'stands' : 'replaced') : 'undone',
  };
}
