import { languages } from '@cobid/domain/language.ts';
import { paths } from '@cobid/domain/paths.ts';
import { colleagueInvitations } from '@cobid/platform/mongo/models/colleagueInvitation.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { signInTokens } from '@cobid/platform/mongo/models/signInToken.ts';
import { derivedCode, derivedToken } from '@cobid/platform/tokens.ts';
import { colleagueInvited } from '../mail/kinds/colleagueInvited.ts';
import { signIn } from '../mail/kinds/signIn.ts';
import { composed, moot, pageUrl } from './composer.ts';
import type { Composer } from './composer.ts';
import { nameOf, readerOf, readOrganisations } from './readReader.ts';

export const composeSignIn: Composer = async ({ refs }, tools) => {
  const { COBID_SECRET, APP_URL } = tools.config;
  const token = refs.signInTokenId === undefined ? null : await signInTokens.findById(refs.signInTokenId);
  if (token === null || token.expiresAt <= tools.now) return moot('expired');
  if (token.usedAt !== null) return moot('used');
  const known = await people.findOne({ email: token.email });
  const link = paths.signInLink(derivedToken(COBID_SECRET, 'sign-in-link', token.id));
  return composed(
    signIn({
      reader: known === null ? { name: '', zone: 'UTC', language: token.language } : readerOf(known),
      link: pageUrl(tools, link),
      code: derivedCode(COBID_SECRET, 'sign-in-code', token.id),
      minutesValid: Math.round((token.expiresAt.getTime() - token.createdAt.getTime()) / 60_000),
      appUrl: APP_URL,
    }),
  );
};

export const composeColleagueInvited: Composer = async ({ refs }, tools) => {
  const { COBID_SECRET, APP_URL } = tools.config;
  const id = refs.colleagueInvitationId;
  const invitation = id === undefined ? null : await colleagueInvitations.findById(id);
  if (invitation?.isOpen !== true) return moot('no longer open');
  if (invitation.expiresAt <= tools.now) return moot('expired');
  const [organisations, inviter] = await Promise.all([
    readOrganisations([invitation.organisationId]),
    people.findById(invitation.invitedBy),
  ]);
  const reader = {
    name: '',
    zone: inviter?.zone ?? 'UTC',
    language: inviter?.language ?? languages[0],
  };
  const organisation = nameOf(organisations, invitation.organisationId, reader);
  const link = paths.joinOrganisation(derivedToken(COBID_SECRET, 'colleague-invitation', invitation.id));
  return composed(
    colleagueInvited({
      reader,
      organisation,
      invitedBy: inviter?.name ?? '',
      role: invitation.role,
      link: pageUrl(tools, link),
      expiresAt: invitation.expiresAt,
      appUrl: APP_URL,
    }),
  );
};
