import { coversAllMusts } from '@cobid/domain/mail/coversAllMusts.ts';
import { whenToTell } from '@cobid/domain/mail/whenToTell.ts';
import type { Telling } from '@cobid/domain/mail/whenToTell.ts';
import { mustHear } from '@cobid/domain/matching/mustHear.ts';
import type { NetworkMatch } from '@cobid/domain/matching/matchNetwork.ts';
import { bindersOf } from '../mongo/models/membership.ts';
import { mailSettingsOf } from '../mongo/models/mailSettings.ts';
import { mainNetwork } from '../mongo/models/network.ts';
import type { PersonRecord } from '../mongo/models/person.ts';
import { responses } from '../mongo/models/response.ts';
import type { TenderRecord } from '../mongo/models/tender.ts';
import { toldFacts } from '../mongo/models/telling.ts';
import { factsOfTender, tenderSubject } from './factsOfTender.ts';
import { instantMails } from './instantMails.ts';

/** What of a match decides whether somebody hears of it. */
export type MayHear = Pick<NetworkMatch, 'coopId' | 'score' | 'isEligible' | 'missing'>;

/** Somebody who may answer for a co-op that fits, and when they hear of the tender on its behalf. */
export interface Hearer {
  person: PersonRecord;
  coopId: string;
  /** How well that co-op fits. */
  score: number;
  telling: Telling;
}

/**
 * Who hears of a tender, and when: everybody who may answer for an eligible co-op that covers something of it. Each
 * person is in the list once: who belongs to several co-ops hears for the one that comes first and that they want to
 * hear for. Six reads, however many people there are.
 */
export async function whoHears(
  tender: Pick<TenderRecord, 'id' | 'content' | 'deadline'>,
  bestFirst: readonly MayHear[],
  now: Date,
): Promise<Hearer[]> {
  const { id, content, deadline } = tender;
  if (deadline === null) return [];
  const fitting = bestFirst.filter((match) => mustHear(match, content));
  const [binders, given, network] = await Promise.all([
    bindersOf(fitting.map(({ coopId }) => coopId)),
    responses.find({ tenderId: id }, { without: ['history'] }),
    mainNetwork(),
  ]);
  const personIds = [...new Set(binders.map(({ person }) => person.id))];
  const subject = tenderSubject(id);
  const [settingsOf, toldOf, instantOf] = await Promise.all([
    mailSettingsOf(personIds, network.id),
    toldFacts(personIds, [subject]),
    instantMails(personIds, now),
  ]);
  const answered = new Set(given.map(({ coopId }) => coopId));
  // Who has answered for one of their co-ops knows the tender.
  const haveAnswered = new Set(
    binders.filter(({ organisationId }) => answered.has(organisationId)).map(({ person }) => person.id),
  );
  const peopleOf = new Map<string, PersonRecord[]>();
  for (const { organisationId, person } of binders) {
    peopleOf.set(organisationId, [...(peopleOf.get(organisationId) ?? []), person]);
  }
  const facts = factsOfTender(tender);
  const hearers = new Map<string, Hearer>();
  for (const match of fitting) {
    const item = { coopId: match.coopId, deadline, coversAllMusts: coversAllMusts(match, content), facts };
    for (const person of peopleOf.get(match.coopId) ?? []) {
      const before = hearers.get(person.id);
      const hearsForAnother = before !== undefined && before.telling.when !== 'never';
      const telling = whenToTell(
        item,
        {
          settings: settingsOf(person.id),
          zone: person.zone,
          toldFacts: toldOf(person.id, subject),
          hasAnswered: haveAnswered.has(person.id),
          hearsForAnother,
          instantThisWeek: instantOf(person.id),
        },
        now,
      );
      if (!hearsForAnother)
        hearers.set(person.id, { person, coopId: match.coopId, score: match.score, telling });
    }
  }
  return [...hearers.values()];
}
