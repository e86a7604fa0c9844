import { emptyTender } from '../tender/schema.ts';
import type { Requirement, TenderContent } from '../tender/schema.ts';
import { startBid } from './startBid.ts';
import type { Bid, Strengths } from './schema.ts';

const requirement = (id: string, priority: Requirement['priority'], days: number): Requirement => ({
  id,
  skill: id,
  priority,
  level: 3,
  days,
  certificate: null,
  language: null,
  note: '',
});

/** A tender with two musts that no single co-op of the example covers, and one should. */
export const exampleTender: TenderContent = {
  ...emptyTender,
  title: 'Tram timetable',
  currency: 'EUR',
  requirements: [
    requirement('react', 'must', 10),
    requirement('maps', 'must', 5),
    requirement('copy', 'should', 2),
  ],
};

/** Who can do what: `lead` covers react, `maps` covers maps, `both` covers both, `weak` nothing well enough. */
export const exampleStrengths: Strengths = {
  lead: { react: 0.9, maps: 0.2 },
  maps: { maps: 0.8 },
  both: { react: 0.6, maps: 0.5 },
  weak: { react: 0.4, maps: 0.3 },
};

/** A bid just begun by `lead`, with an open seat for the maps. */
export const exampleBid: Bid = startBid({
  id: 'bid',
  tenderId: 'tender',
  leadId: 'lead',
  leadParts: [{ requirementId: 'react', days: 10 }],
  otherParts: [[{ requirementId: 'maps', days: 5 }]],
});
