import type { DayRange, MailSettings } from '@cobid/domain/mail/settings.ts';
import { coversAllMusts } from '@cobid/domain/mail/coversAllMusts.ts';
import { daysAfter } from '@cobid/domain/mail/weekdays.ts';
import { matchNetwork } from '@cobid/domain/matching/matchNetwork.ts';
import { mustHear } from '@cobid/domain/matching/mustHear.ts';
import type { MatchableTender } from '@cobid/domain/matching/matchable.ts';
import type { Requirement } from '@cobid/domain/tender/schema.ts';
import { networkWorld, tenderWorld, worldNow } from '../worlds/networkWorld.ts';
import { chanceOf, different } from '../worlds/random.ts';
import type { Chance } from '../worlds/random.ts';

export const YEAR_BEGINS = new Date('2026-01-05T00:00:00Z');
export const WEEKS = 52;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ZONES = ['Europe/Madrid', 'Europe/London', 'America/Argentina/Buenos_Aires', 'America/Toronto'];

/** A tender in the year: when it comes, when it closes, and when its facts change (null if they do not). */
export interface YearTender {
  id: string;
  publishedAt: Date;
  deadline: Date;
  changedAt: Date | null;
  /** How it fits each co-op that has to hear of it. */
  fits: Map<string, { score: number; coversAllMusts: boolean }>;
}

/** Somebody who may answer for one co-op, or for two. */
export interface YearReader {
  coopIds: string[];
  zone: string;
  holidays: DayRange[];
  pausedUntil: string | null;
  /** Which of the tenders that they hear of they answer at once. */
  answers: (tenderId: string) => boolean;
}

/** A year in a network: the same for a seed. */
export function mailYearWorld(
  seed: number,
  { coops: coopCount, tenders: tenderCount }: { coops: number; tenders: number },
): { readers: YearReader[]; tenders: YearTender[] } {
  const chance = chanceOf(seed);
  const coops = networkWorld(seed, coopCount);
  const held = coops.flatMap(({ profile }) => profile.skills.map(({ skill }) => skill));
  const tenders = tenderWorld(seed, tenderCount).map((whole): YearTender => {
    const tender = { ...whole, content: { ...whole.content, requirements: needs(whole, held, chance) } };
    const publishedAt = workingMoment(chance);
    const found = matchNetwork(coops, tender, worldNow).filter((match) => mustHear(match, tender.content));
    const fits = found.map(
      (match) =>
        [
          match.coopId,
          { score: match.score, coversAllMusts: coversAllMusts(match, tender.content) },
        ] as const,
    );
    // One in ten is in a hurry; the others give two to six weeks.
    const open = chance.isTrue(0.1) ? chance.whole(2, 6) : chance.whole(14, 42);
    const deadline = new Date(publishedAt.getTime() + open * DAY_MS);
    const changedAt = chance.isTrue(0.1)
      ? new Date(publishedAt.getTime() + chance.next() * 0.6 * open * DAY_MS)
      : null;
    return { id: tender.id, publishedAt, deadline, changedAt, fits: new Map(fits) };
  });
  const ids = coops.map(({ id }) => id);
  return { readers: ids.map((_, place) => readerAt(place, ids, seed, chance)), tenders };
}

/**
 * One to three musts, and at most two things that are nice to have, of what the network's co-ops do: clients come to it
 * with such work, and some co-ops can do it alone.
 */
function needs({ content }: MatchableTender, held: readonly string[], chance: Chance): Requirement[] {
  const musts = chance.whole(1, 3);
  const skills = different(() => chance.oneOf(held), content.requirements.length);
  return content.requirements.slice(0, musts + chance.whole(0, 2)).map((need, at) => ({
    ...need,
    skill: skills[at] ?? need.skill,
    level: Math.min(need.level, 3),
    priority: at < musts ? 'must' : 'should',
  }));
}

function readerAt(place: number, ids: readonly string[], seed: number, chance: Chance): YearReader {
  const summer = daysAfter('2026-07-06', chance.whole(0, 42));
  const coopIds = [ids[place], ...(place % 5 === 0 ? [ids[place + 1]] : [])];
  return {
    coopIds: coopIds.filter((id) => id !== undefined),
    zone: ZONES[place % ZONES.length] ?? 'UTC',
    holidays: [
      { from: summer, to: daysAfter(summer, 20) },
      { from: '2026-12-24', to: '2027-01-01' },
    ],
    pausedUntil: place % 10 === 3 ? '2026-03-02' : null,
    answers: (tenderId) => chanceOf(seed + place + Number.parseInt(tenderId.slice(-6), 16)).isTrue(0.5),
  };
}

/** Clients post on working days, between eight and eighteen. */
function workingMoment(chance: Chance): Date {
  const day = chance.whole(0, WEEKS - 1) * 7 + chance.whole(0, 4);
  return new Date(YEAR_BEGINS.getTime() + day * DAY_MS + 8 * HOUR_MS + chance.whole(0, 599) * 60_000);
}

/** The settings of a reader: the scenario's, with their own time off. */
export function settingsFor(scenario: MailSettings, { holidays, pausedUntil }: YearReader): MailSettings {
  return { ...scenario, holidays, pausedUntil };
}
