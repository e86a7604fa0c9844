import type { Role } from '@cobid/domain/person/schema.ts';
import { action, facts, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact } from '../wording.ts';
import type { Reader } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';

export interface ColleagueInvitedFacts {
  /** Of somebody new nothing is known: zone and language are those of who invites. */
  reader: Reader;
  organisation: string;
  /** '' where the name is not known. */
  invitedBy: string;
  role: Role;
  link: string;
  expiresAt: Date;
  appUrl: string;
}

/** A colleague asks somebody to join their organisation. */
export function colleagueInvited(invitation: ColleagueInvitedFacts): MailContent {
  const { reader, organisation, role, link, expiresAt, appUrl } = invitation;
  const { colleagueInvited: say, general } = wordsIn(reader.language);
  const by = invitation.invitedBy || say.somebodyAt(organisation);
  return {
    lang: reader.language,
    subject: say.subject(by, organisation),
    preview: say.preview,
    title: say.title(organisation),
    blocks: [
      paragraph(say.hello(by, organisation)),
      facts(
        fact(say.facts.organisation, organisation),
        fact(say.facts.role, say.roles[role]),
        fact(say.facts.openUntil, general.formats.moment(expiresAt, reader.zone)),
      ),
      action(say.action(organisation), link),
      paragraph(say.yoursAlone),
    ],
    footer: { why: say.why(by), actions: [{ text: general.whatCobidIs, href: appUrl }] },
  };
}
