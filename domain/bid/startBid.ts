import type { Bid, BidContent, Seat, SeatPart, Section } from './schema.ts';

/** Sections that most offers need; the lead may change them all. */
export const starterSections: readonly Section[] = [
  { key: 'understanding', title: 'How we understand the task', text: '' },
  { key: 'approach', title: 'How we will work', text: '' },
  { key: 'team', title: 'Who does what', text: '' },
  { key: 'plan', title: 'Plan and milestones', text: '' },
];

/** A new bid: the lead's seat, and open seats for the parts that others should take. */
export function startBid(input: {
  id: string;
  tenderId: string;
  leadId: string;
  leadParts: SeatPart[];
  otherParts: SeatPart[][];
}): Bid {
  const lead: Seat = { ...emptySeat('lead', input.leadParts), coopId: input.leadId, state: 'accepted' };
  const others = input.otherParts.map((parts, index) => emptySeat(`seat-${index + 2}`, parts));
  const content: BidContent = {
    sections: [...starterSections],
    totalMinor: 0,
    disputePath: null,
    joiningReasons: [],
    seats: [lead, ...others],
  };
  return {
    id: input.id,
    tenderId: input.tenderId,
    leadId: input.leadId,
    state: others.length > 0 ? 'forming' : 'drafting',
    content,
    revisions: [],
    submission: null,
  };
}

function emptySeat(id: string, parts: SeatPart[]): Seat {
  return {
    id,
    coopId: null,
    state: 'open',
    invitationId: null,
    parts,
    shareMinor: 0,
    contribution: '',
    showsPrice: false,
  };
}
