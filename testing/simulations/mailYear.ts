import { digestItems } from '@cobid/domain/mail/digestItems.ts';
import type { DigestCandidate } from '@cobid/domain/mail/digestItems.ts';
import { nextDigest } from '@cobid/domain/mail/nextDigest.ts';
import type { MailSettings } from '@cobid/domain/mail/settings.ts';
import { CAP_PERIOD_MS, whenToTell } from '@cobid/domain/mail/whenToTell.ts';
import type { WhyNow } from '@cobid/domain/mail/whenToTell.ts';
import { settingsFor, WEEKS, YEAR_BEGINS } from './mailYearWorld.ts';
import type { YearReader, YearTender } from './mailYearWorld.ts';

const YEAR_ENDS = new Date(YEAR_BEGINS.getTime() + WEEKS * CAP_PERIOD_MS);

/** A mail that came: at once (with the reason) or a digest, and what it told with the facts as they were. */
export interface YearMail {
  at: Date;
  because: WhyNow | 'digest';
  told: { tenderId: string; facts: string }[];
}

export interface ReaderYear {
  reader: YearReader;
  settings: MailSettings;
  mails: YearMail[];
  /** Tenders that fit a co-op of theirs, other than those that they can't hear of as they are away all the time. */
  fitting: YearTender[];
}

/** What happens to a reader at a moment. */
type Happening = { at: Date; tender: YearTender } | { at: Date; tender: null };

/**
 * A reader's year, decided by the domain's own functions as the worker decides it: when a tender is published or
 * changes, when a mail that was held back is about to go, and when a digest is due.
 */
export function readerYear(
  reader: YearReader,
  tenders: readonly YearTender[],
  scenario: MailSettings,
): ReaderYear {
  const settings = settingsFor(scenario, reader);
  const fitting = tenders.filter(({ fits }) => reader.coopIds.some((id) => fits.has(id)));
  const mails: YearMail[] = [];
  const told = new Map<string, string>();
  const answered = new Set<string>();
  const queue: Happening[] = fitting.flatMap((tender) => [
    { at: tender.publishedAt, tender },
    ...(tender.changedAt === null ? [] : [{ at: tender.changedAt, tender }]),
  ]);
  for (let at = nextDigest(settings, reader.zone, YEAR_BEGINS); at !== null && at < YEAR_ENDS;) {
    queue.push({ at, tender: null });
    at = nextDigest(settings, reader.zone, at);
  }
  const candidateOf = (tender: YearTender, coopId: string, now: Date): DigestCandidate => ({
    about: 'tender',
    tenderId: tender.id,
    coopId,
    order: tender.fits.get(coopId)?.score ?? 0,
    deadline: tender.deadline,
    coversAllMusts: tender.fits.get(coopId)?.coversAllMusts === true,
    facts: factsAt(tender, now),
    toldFacts: told.get(tender.id) ?? null,
    hasAnswered: answered.has(tender.id),
  });
  const send = (at: Date, because: YearMail['because'], candidates: readonly DigestCandidate[]) => {
    mails.push({ at, because, told: candidates.map(({ tenderId, facts }) => ({ tenderId, facts })) });
    for (const { tenderId, facts } of candidates) {
      told.set(tenderId, facts);
      if (reader.answers(tenderId)) answered.add(tenderId);
    }
  };

  while (queue.length > 0) {
    const happening = earliestOf(queue);
    const { at: now, tender } = happening;
    const candidates = (tender === null ? fitting.filter((each) => isOpen(each, now)) : [tender]).flatMap(
      (each) => reader.coopIds.filter((id) => each.fits.has(id)).map((id) => candidateOf(each, id, now)),
    );
    if (tender === null) {
      const { items } = digestItems(candidates, { settings, zone: reader.zone }, now);
      if (items.length > 0)
        send(
          now,
          'digest',
          items.map((item) => item.candidate),
        );
      continue;
    }
    const [best] = candidates.toSorted((a, b) => b.order - a.order);
    if (best === undefined) continue;
    const telling = whenToTell(
      best,
      {
        settings,
        zone: reader.zone,
        toldFacts: best.toldFacts,
        hasAnswered: best.hasAnswered,
        hearsForAnother: false,
        instantThisWeek: mails.filter(
          ({ at, because }) => because !== 'digest' && now.getTime() - at.getTime() < CAP_PERIOD_MS,
        ).length,
      },
      now,
    );
    if (telling.when !== 'now') continue;
    if (telling.at > now) queue.push({ at: telling.at, tender });
    else send(now, telling.because, [best]);
  }
  return { reader, settings, mails, fitting };
}

/** Takes out what comes first; of the same moment the mails that were held back. */
function earliestOf(queue: Happening[]): Happening {
  let first = 0;
  queue.forEach(({ at }, index) => {
    if (at < (queue[first]?.at ?? at)) first = index;
  });
  const [taken] = queue.splice(first, 1);
  if (taken === undefined) throw new Error('nothing happens any more');
  return taken;
}

function isOpen({ publishedAt, deadline }: YearTender, now: Date): boolean {
  return publishedAt <= now && now < deadline;
}

function factsAt({ changedAt }: YearTender, now: Date): string {
  return changedAt !== null && changedAt <= now ? 'changed' : 'first';
}
