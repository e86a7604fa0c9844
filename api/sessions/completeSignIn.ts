import type { Language } from '@cobid/domain/language.ts';
import { paths } from '@cobid/domain/paths.ts';
import type { MeView } from '@cobid/domain/person/schema.ts';
import { emptyTender, tenderContent, tenderStart } from '@cobid/domain/tender/schema.ts';
import { findOrCreatePerson } from '@cobid/platform/mongo/models/person.ts';
import type { PersonRecord } from '@cobid/platform/mongo/models/person.ts';
import type { SessionRecord } from '@cobid/platform/mongo/models/session.ts';
import {
  countCodeAttempt,
  findLiveSignIn,
  useSignInToken,
} from '@cobid/platform/mongo/models/signInToken.ts';
import type { SignInTokenRecord } from '@cobid/platform/mongo/models/signInToken.ts';
import { newDraft, tenders } from '@cobid/platform/mongo/models/tender.ts';
import { hashToken } from '@cobid/platform/tokens.ts';
import { meOfPerson } from '../http/meView.ts';
import { refusal } from '../http/problem.ts';
import type { Services } from '../http/services.ts';
import { startSession } from '../http/startSession.ts';
import { isSignInCode } from './signInCode.ts';

interface SignInCall {
  now: Date;
  services: Services;
  session: SessionRecord | null;
  device: string;
  language: Language;
  setHeader(name: string, value: string): void;
}

export interface SignedIn {
  me: MeView;
  /** Path of the client to go to. */
  next: string;
  /** The draft that was begun before signing in. */
  tenderId: string | null;
}

/** Signs in by the link of a mail; it works once. */
export async function signInWithLink(token: string, call: SignInCall): Promise<SignedIn> {
  const request = await findLiveSignIn(hashToken(token), call.now);
  if (request === null) throw refusal('link_used');
  return completeSignIn(request, call, 'link_used');
}

/** Signs in by the code of a mail, typed into the page that asked for it; five tries for each mail. */
export async function signInWithCode(email: string, code: string, call: SignInCall): Promise<SignedIn> {
  const secret = call.services.config.COBID_SECRET;
  const requests = await countCodeAttempt(email, call.now);
  const request = requests.find((candidate) => isSignInCode(secret, candidate, code));
  if (request === undefined)
    throw refusal('code_wrong', { issues: [{ pointer: '/code', message: 'is not right.' }] });
  return completeSignIn(request, call, 'code_wrong');
}

async function completeSignIn(
  request: SignInTokenRecord,
  call: SignInCall,
  whenUsed: 'link_used' | 'code_wrong',
): Promise<SignedIn> {
  const person = await findOrCreatePerson(request.email, call.language, call.now);
  const tenderId = await keepTenderDraft(request, person, call.now);
  // Used up only now: if anything before failed, the same link still works.
  if ((await useSignInToken(request.id, call.now)) === null) throw refusal(whenUsed);
  const session = await startSession(person, call);
  const fallback = tenderId === null ? paths.home() : paths.editTender(tenderId);
  return {
    me: await meOfPerson(person.id, session.actingFor, call.services.config),
    next: request.next ?? fallback,
    tenderId,
  };
}

/** Makes the visitor's tender a draft of theirs, with the request's id, so that a second try makes no second one. */
async function keepTenderDraft(
  request: SignInTokenRecord,
  person: PersonRecord,
  now: Date,
): Promise<string | null> {
  if (request.tenderDraft === null) return null;
  const content = tenderContent.parse({ ...emptyTender, ...tenderStart.parse(request.tenderDraft) });
  await tenders.insertIfNew(newDraft({ id: request.id, clientId: null, createdBy: person.id, content, now }));
  return request.id;
}
