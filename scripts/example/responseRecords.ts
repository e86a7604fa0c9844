import type { ResponseRecord } from '@cobid/platform/mongo/models/response.ts';
import type { TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import type { ExampleAnswerGiven } from './answers.ts';
import type { ExampleBid } from './exampleBid.ts';
import type { ExampleCoop } from './exampleCoop.ts';
import { dayFrom } from './exampleDates.ts';
import { exampleId } from './exampleId.ts';
import { organisationId, personId } from './people.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

function recordOf(given: ExampleAnswerGiven, coop: ExampleCoop, tender: TenderRecord, at: Date, now: Date) {
  const coopId = organisationId(coop.name);
  const answer = {
    personId: personId(coop.name, coop.people[1] ?? coop.people[0] ?? ''),
    answer: given.answer,
    condition: given.condition ?? null,
    until: given.untilDays === undefined ? null : dayFrom(now, given.untilDays),
    passedTo: given.passedTo === undefined ? null : organisationId(given.passedTo),
    reason: given.reason ?? null,
    note: given.note ?? '',
    seeksPartners: given.seeksPartners ?? false,
    via: given.viaMail === true ? 'mail' : 'web',
    at,
  } as const;
  return {
    id: exampleId('response', tender.id, coopId),
    tenderId: tender.id,
    coopId,
    ...answer,
    history: [answer],
  };
}

/** An answer that a co-op gave to a tender without being in a bid. */
export function responseRecordOf(
  given: ExampleAnswerGiven,
  world: { tender: TenderRecord; coop: ExampleCoop; now: Date },
): ResponseRecord {
  const { tender, coop, now } = world;
  const published = tender.publishedAt ?? now;
  const at = new Date(Math.min(published.getTime() + given.after * DAY + 3 * HOUR, now.getTime() - HOUR));
  return recordOf(given, coop, tender, at, now);
}

/** The "yes" of the co-ops in a bid: of the lead before it began, of the others when they took their seats. */
export function yesOfMembers(
  plan: ExampleBid,
  world: { tender: TenderRecord; coopNamed: (name: string) => ExampleCoop; startedAt: Date; now: Date },
): ResponseRecord[] {
  const { tender, coopNamed, startedAt, now } = world;
  return plan.seats
    .filter((seat, place) => place === 0 || seat.answer?.kind === 'accepted')
    .map((seat) => {
      const given = { tender: plan.tender, coop: seat.coop, answer: 'yes', after: 0 } as const;
      return recordOf(given, coopNamed(seat.coop), tender, new Date(startedAt.getTime() - 2 * HOUR), now);
    });
}
