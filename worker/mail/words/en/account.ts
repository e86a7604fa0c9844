import type { Role } from '@cobid/domain/person/schema.ts';
import { general } from './general.ts';

const minutes = (count: number) => general.formats.count(count, 'minute', 'minutes');
const roles: Record<Role, string> = {
  steward: 'Steward: looks after the organisation, answers and signs for it',
  bidder: 'Bidder: answers opportunities and signs bids for the organisation',
  member: 'Member: reads and writes along, without binding the organisation',
};

/** Mails about coming in. */
export const account = {
  signIn: {
    subject: 'Your way into Cobid',
    preview: (valid: number) => `A link and a code that work once, for ${minutes(valid)}.`,
    title: 'Sign in to Cobid',
    hello: (valid: number) =>
      `Hello, this link signs you in. It works once, for ${minutes(valid)} from when you asked.`,
    action: 'Sign in to Cobid',
    orCode: 'Or type this code on the page where you asked for it:',
    notYou: 'If it was not you who asked, leave this mail be. Nobody gets in without it.',
    why: 'You get this mail because somebody typed your address on the sign-in page of Cobid.',
  },
  colleagueInvited: {
    somebodyAt: (organisation: string) => `Somebody at ${organisation}`,
    subject: (by: string, organisation: string) => `${by} invites you to join ${organisation} on Cobid`,
    preview: 'Cobid is where tech co-operatives find and win work together.',
    title: (organisation: string) => `Join ${organisation} on Cobid`,
    hello: (by: string, organisation: string) =>
      `Hello, ${by} would like to have you with ${organisation} on Cobid, where tech co-operatives find work that fits them and bid for it together.`,
    facts: { organisation: 'Organisation', role: 'Your role', openUntil: 'Open until' },
    roles,
    action: (organisation: string) => `Join ${organisation}`,
    yoursAlone:
      'The link is yours alone, please do not pass it on. If you do not know who this is, you need not do anything.',
    why: (by: string) =>
      `You get this one mail because ${by} typed your address. There will be no others unless you join.`,
  },
};
