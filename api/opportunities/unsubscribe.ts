import { scopeInWords, scopesOf, usualScope } from '@cobid/domain/mail/stopping.ts';
import type { StopScope, StopView } from '@cobid/domain/mail/stopping.ts';
import { letMailsCome, stopMails, stoppedFor } from '@cobid/platform/mailStops/stopMails.ts';
import type { MailReader } from '@cobid/platform/mailStops/stopMails.ts';
import { findMailToken } from '@cobid/platform/mongo/models/mailToken.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { hashToken } from '@cobid/platform/tokens.ts';
import { invalid, refusal } from '../http/problem.ts';

/** What the page behind an unsubscribe link shows; looking changes nothing. */
export async function showUnsubscribe(token: string, now: Date): Promise<StopView> {
  return viewOf(await readerOf(token, now));
}

/** Stops mails to the address at once (RFC 8058), however often it is called: what one click stops, or what is named. */
export async function unsubscribe(token: string, scope: StopScope | undefined, now: Date): Promise<StopView> {
  const reader = await readerOf(token, now);
  await stopMails(reader, scopeFor(reader, scope), now);
  return viewOf(reader);
}

/** Takes an own unsubscription back. */
export async function resubscribe(token: string, scope: StopScope | undefined, now: Date): Promise<StopView> {
  const reader = await readerOf(token, now);
  await letMailsCome(reader, scopeFor(reader, scope));
  return viewOf(reader);
}

function scopeFor({ kind }: MailReader, scope: StopScope | undefined): StopScope {
  if (scope === undefined) return usualScope(kind);
  if (scopesOf(kind).includes(scope)) return scope;
  throw invalid([{ pointer: '/scope', message: 'is nothing that mails of this kind have.' }]);
}

async function readerOf(token: string, now: Date): Promise<MailReader> {
  const found = await findMailToken(hashToken(token), 'unsubscribe', now);
  const person = found === null ? null : await people.findById(found.personId);
  if (person === null) throw refusal('link_used', { status: 404 });
  return { email: person.email, person, kind: found?.mailKind ?? 'opportunity' };
}

async function viewOf(reader: MailReader): Promise<StopView> {
  const [isStopped, network] = await Promise.all([stoppedFor(reader), mainNetwork()]);
  return {
    email: masked(reader.email),
    network: network.name,
    choices: scopesOf(reader.kind).map((scope) => ({
      scope,
      name: scopeInWords(scope, reader.kind),
      isStopped: isStopped(scope),
    })),
  };
}

function masked(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}
