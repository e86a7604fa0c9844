import { bids } from './models/bid.ts';
import { bounces } from './models/bounce.ts';
import { colleagueInvitations } from './models/colleagueInvitation.ts';
import { deliveries } from './models/delivery.ts';
import { exposures } from './models/exposure.ts';
import { idempotency } from './models/idempotency.ts';
import { mailSettings } from './models/mailSettings.ts';
import { inboundMails } from './models/inboundMail.ts';
import { mailTokens } from './models/mailToken.ts';
import { matches } from './models/match.ts';
import { memberships } from './models/membership.ts';
import { networks } from './models/network.ts';
import { organisations } from './models/organisation.ts';
import { pastWorkHints } from './models/pastWorkHints.ts';
import { people } from './models/person.ts';
import { responses } from './models/response.ts';
import { seatInvitations } from './models/seatInvitation.ts';
import { sessions } from './models/session.ts';
import { signInTokens } from './models/signInToken.ts';
import { skillProposals } from './models/skillProposal.ts';
import { suppressions } from './models/suppression.ts';
import { tenders } from './models/tender.ts';
import { weightProposals } from './models/weightProposal.ts';
import { tellings } from './models/telling.ts';

/** All collections; whoever creates indexes loads them all by loading this. */
export const allCollections = [
  people,
  signInTokens,
  sessions,
  organisations,
  memberships,
  colleagueInvitations,
  tenders,
  matches,
  responses,
  mailSettings,
  mailTokens,
  deliveries,
  suppressions,
  bounces,
  inboundMails,
  bids,
  seatInvitations,
  idempotency,
  skillProposals,
  networks,
  tellings,
  exposures,
  weightProposals,
  pastWorkHints,
] as const;
