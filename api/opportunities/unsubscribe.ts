import { scopeInWords, scopesOf, usualScope } from '@cobid/domain/mail/stopping.ts';
import type { StopScope, StopView } from '@cobid/domain/mail/stopping.ts';
import { findStopLink } from '@cobid/platform/mailLinks/stopLink.ts';
import { letMailsCome, stopMails, stoppedFor } from '@cobid/platform/mailStops/stopMails.ts';
import type { MailReader } from '@cobid/platform/mailStops/stopMails.ts';
import { mainNetwork } from '@cobid/platform/mongo/models/network.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { invalid, refusal } from '../http/problem.ts';
import type { Services } from '../http/services.ts';

interface StopCall {
  now: Date;
  services: Pick<Services, 'config'>;
}

/** What the page behind an unsubscribe link shows; looking changes nothing. */
export async function showUnsubscribe(token: string, call: StopCall): Promise<StopView> {
  return viewOf(await readerOf(token, call));
}

/** Stops mails to the address at once (RFC 8058), however often it is called: what one click stops, or what is named. */
export async function unsubscribe(
  token: string,
  scope: StopScope | undefined,
  call: StopCall,
): Promise<StopView> {
  const reader = await readerOf(token, call);
  await stopMails(reader, scopeFor(reader, scope), call.now);
  return viewOf(reader);
}

/** Takes an own unsubscription back. */
export async function resubscribe(
  token: string,
  scope: StopScope | undefined,
  call: StopCall,
): Promise<StopView> {
  const reader = await readerOf(token, call);
  await letMailsCome(reader, scopeFor(reader, scope));
  return viewOf(reader);
}

function scopeFor({ kind }: MailReader, scope: StopScope | undefined): StopScope {
  if (scope === undefined) return usualScope(kind);
  if (scopesOf(kind).includes(scope)) return scope;
  throw invalid([{ pointer: '/scope', message: 'is nothing that mails of this kind have.' }]);
}

async function readerOf(token: string, { now, services }: StopCall): Promise<MailReader> {
  const link = await findStopLink(token, services.config.COBID_SECRET, now);
  const person = link === null ? null : await people.findById(link.personId);
  if (link === null || person === null) throw refusal('link_used', { status: 404 });
  return { email: person.email, person, kind: link.kind };
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
