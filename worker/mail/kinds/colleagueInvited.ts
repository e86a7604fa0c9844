import { formatMoment } from '@cobid/domain/time.ts';
import type { Role } from '@cobid/domain/person/schema.ts';
import { action, facts, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact } from '../wording.ts';

export interface ColleagueInvitedFacts {
  organisation: string;
  invitedBy: string;
  role: Role;
  link: string;
  expiresAt: Date;
  appUrl: string;
}

const roleInWords: Record<Role, string> = {
  steward: 'Steward: looks after the organisation, answers and signs for it',
  bidder: 'Bidder: answers opportunities and signs bids for the organisation',
  member: 'Member: reads and writes along, without binding the organisation',
};

/** A colleague asks somebody to join their organisation. */
export function colleagueInvited(invitation: ColleagueInvitedFacts): MailContent {
  const { organisation, invitedBy, role, link, expiresAt, appUrl } = invitation;
  return {
    lang: 'en',
    subject: `${invitedBy} invites you to join ${organisation} on Cobid`,
    preview: 'Cobid is where tech co-operatives find and win work together.',
    title: `Join ${organisation} on Cobid`,
    blocks: [
      paragraph(
        `Hello, ${invitedBy} would like to have you with ${organisation} on Cobid, where tech co-operatives find work that fits them and bid for it together.`,
      ),
      facts(
        fact('Organisation', organisation),
        fact('Your role', roleInWords[role]),
        fact('Open until', formatMoment(expiresAt, 'UTC')),
      ),
      action(`Join ${organisation}`, link),
      paragraph(
        'The link is yours alone, please do not pass it on. If you do not know who this is, you need not do anything.',
      ),
    ],
    footer: {
      why: `You get this one mail because ${invitedBy} typed your address. There will be no others unless you join.`,
      actions: [{ text: 'What Cobid is', href: appUrl }],
    },
  };
}
