import { emptyTender } from '@cobid/domain/tender/schema.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import type { LifecycleEvent } from '@cobid/domain/lifecycle.ts';
import type { TenderState } from '@cobid/domain/tender/lifecycle.ts';
import { derivedFrom } from '@cobid/platform/mongo/models/tender.ts';
import type { Award, TenderRecord } from '@cobid/platform/mongo/models/tender.ts';
import type { ExampleClient } from './clients.ts';
import { dayFrom, workHourFrom, workdayFrom } from './exampleDates.ts';
import { exampleId } from './exampleId.ts';
import type { ExampleRequirement, ExampleTender } from './exampleTender.ts';
import { organisationId, personId } from './people.ts';

const HOUR = 3_600_000;

export function tenderId(key: string): string {
  return exampleId('tender', key);
}

function requirementOf([id, skill, priority, level, days, more = {}]: ExampleRequirement) {
  const { certificate = null, language = null, note = '' } = more;
  return { id, skill, priority, level, days, certificate, language, note };
}

function budgetOf({ budget }: ExampleTender): TenderContent['budget'] {
  if (budget === null) return null;
  if (budget === 'not_disclosed') return { kind: 'not_disclosed' };
  return { kind: 'band', minMinor: budget[0] * 100, maxMinor: budget[1] * 100 };
}

/** The deadline as a moment: at noon of a working day, or at the next full hour after so many hours. */
function deadlineOf({ deadline }: ExampleTender, zone: string, now: Date): Date | null {
  if (deadline === null) return null;
  if (typeof deadline === 'number') return workHourFrom(now, deadline, 12, zone);
  return new Date(Math.ceil(now.getTime() / HOUR + deadline.hours) * HOUR);
}

/** The text of an example tender, with its dates as they are from `now`. */
function tenderContentOf(tender: ExampleTender, client: ExampleClient, now: Date): TenderContent {
  const day = (days: number | null) => (days === null ? null : workdayFrom(now, days));
  return {
    ...emptyTender,
    title: tender.title,
    summary: tender.summary,
    problem: tender.problem,
    outcome: tender.outcome,
    users: tender.users,
    requirements: tender.requirements.map(requirementOf),
    budget: budgetOf(tender),
    currency: client.currency,
    zone: client.zone,
    questionsUntil:
      tender.questions === null ? null : workHourFrom(now, tender.questions, 12, client.zone).toISOString(),
    deadline: deadlineOf(tender, client.zone, now)?.toISOString() ?? null,
    decisionBy: day(tender.decision),
    start: day(tender.start),
    end: tender.end === null ? null : dayFrom(now, tender.end),
    workplace: tender.workplace,
    country: client.country,
    city: client.city,
    languages: [...tender.languages],
    sector: client.sector,
    values: [...tender.values],
    touches: [...(tender.touches ?? [])],
    cpv: [...tender.cpv],
    criteria: tender.criteria.map(([name, weight, description], index) => ({
      id: `criterion-${index + 1}`,
      name,
      weight,
      description,
    })),
    maxBidsPerMember: tender.maxBidsPerMember ?? 1,
    liability: tender.liability ?? 'lead_prime',
  };
}

type Event = LifecycleEvent<TenderState>;

/** What happened to a tender until it was in its state; times follow from its dates. */
function historyOf(
  tender: ExampleTender,
  times: { createdAt: Date; publishedAt: Date | null; deadline: Date | null; endedAt: Date | null },
  actorId: string,
): Event[] {
  const { createdAt, publishedAt, deadline, endedAt } = times;
  const events: Event[] = [{ at: createdAt, actorId, from: null, to: 'draft', note: '' }];
  if (publishedAt === null) return events;
  events.push({ at: publishedAt, actorId, from: 'draft', to: 'open', note: '' });
  if (tender.state === 'open' || deadline === null || endedAt === null) return events;
  const note = tender.closingNote ?? tender.awardReason ?? '';
  if (tender.state === 'withdrawn') {
    return [...events, { at: endedAt, actorId, from: 'open', to: 'withdrawn', note }];
  }
  events.push({ at: deadline, actorId: null, from: 'open', to: 'evaluating', note: '' });
  if (tender.state === 'evaluating') return events;
  if (tender.state !== 'completed') {
    return [...events, { at: endedAt, actorId, from: 'evaluating', to: tender.state, note }];
  }
  const completedAt = new Date(endedAt.getTime() + 125 * 24 * HOUR);
  return [
    ...events,
    { at: endedAt, actorId, from: 'evaluating', to: 'awarded', note },
    { at: completedAt, actorId, from: 'awarded', to: 'completed', note: '' },
  ];
}

/** Who won and for how much, as far as the bids say it; the tender knows when and why. */
export type ExampleAward = Pick<Award, 'bidId' | 'others' | 'coopIds' | 'totalMinor'>;

/** An example tender as it is stored. */
export function tenderRecordOf(
  tender: ExampleTender,
  client: ExampleClient,
  now: Date,
  winner: ExampleAward | null = null,
): TenderRecord {
  const content = tenderContentOf(tender, client, now);
  const actorId = personId(client.name, client.people[0] ?? '');
  const at = (days: number, hour: number) => workHourFrom(now, days, hour, client.zone);
  const createdAt = at(tender.created, 9);
  const publishedAt = tender.published === null ? null : at(tender.published, 10);
  const endedAt = tender.ended === undefined ? null : at(tender.ended, 15);
  const derived = derivedFrom(content);
  const events = historyOf(tender, { createdAt, publishedAt, deadline: derived.deadline, endedAt }, actorId);
  const awarded = events.find((event) => event.to === 'awarded');
  const isOpen = tender.state === 'open';
  const wasClosed = events.some((event) => event.to === 'evaluating');
  return {
    id: tenderId(tender.key),
    clientId: organisationId(client.name),
    createdBy: actorId,
    state: tender.state,
    version: events.length,
    content,
    ...derived,
    publishedAt,
    createdAt,
    matching: publishedAt === null ? null : { wantedAt: publishedAt, doneAt: publishedAt, version: 2 },
    closing:
      publishedAt !== null && (isOpen || wasClosed)
        ? { wantedAt: publishedAt, doneAt: wasClosed ? derived.deadline : null }
        : null,
    ...(isOpen ? { needsClosing: true, needsHints: true } : {}),
    award:
      awarded === undefined || winner === null
        ? null
        : { ...winner, at: awarded.at, by: actorId, reason: tender.awardReason ?? '' },
    closingNote: tender.closingNote ?? null,
    events,
  };
}
