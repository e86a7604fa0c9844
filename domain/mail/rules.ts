import type { MailKind } from './kinds.ts';

/** What a kind of mail is called, whether it can be switched off, and whether quiet hours hold it back. */
export interface MailRule {
  /** As people call it, in the list of a person's mails and beside its switch. */
  name: string;
  /**
   * `switch`: it can be switched off by itself. `frequency`: the person's frequency decides. Otherwise the reason why
   * nobody can be without it (domain rules, section 5).
   */
  control: 'switch' | 'frequency' | { noSwitch: string };
  /** Whether it waits for the reader's hours. What others wait for, or the reader just asked for, does not. */
  isHeld: boolean;
}

const held = { isHeld: true } as const;
const atOnce = { isHeld: false } as const;

/** Every kind of mail has a switch or a stated reason why not. */
export const mailRules: Readonly<Record<MailKind, MailRule>> = {
  signIn: {
    name: 'Signing in',
    control: { noSwitch: 'It only comes when you ask for it, and it is how you get in.' },
    ...atOnce,
  },
  colleagueInvited: {
    name: 'Invitation to an organisation',
    control: { noSwitch: 'It comes once, because a colleague typed your address.' },
    ...atOnce,
  },
  opportunity: { name: 'A tender that fits, at once', control: 'frequency', ...held },
  opportunityPassedOn: { name: 'A tender that another co-op passes on to you', control: 'switch', ...held },
  digest: { name: 'Your digest', control: 'frequency', ...held },
  seatOffered: {
    name: 'A seat in a bid is offered to you',
    control: { noSwitch: 'Another co-op waits for your answer, and its time runs.' },
    ...atOnce,
  },
  seatAnswered: { name: 'Answers to seats that you offered', control: 'switch', ...held },
  counterAnswered: {
    name: 'Answers to terms that you proposed',
    control: { noSwitch: 'It may hold a new offer that waits for you.' },
    ...atOnce,
  },
  signatureWanted: {
    name: 'A bid waits for your signature',
    control: { noSwitch: 'The bid of all its co-ops cannot go out without you.' },
    ...atOnce,
  },
  bidSubmitted: {
    name: 'Receipt of a submitted bid',
    control: { noSwitch: 'It is your proof of what was submitted, and when.' },
    ...atOnce,
  },
  bidWithdrawn: { name: 'A bid of yours was withdrawn', control: 'switch', ...held },
  bidLapsed: { name: 'A bid of yours was not submitted in time', control: 'switch', ...held },
  bidsOpened: { name: 'The bids for your tender can be read', control: 'switch', ...held },
  bidAwarded: {
    name: 'You won a tender',
    control: { noSwitch: 'The client counts on you from then on.' },
    ...held,
  },
  bidNotAwarded: { name: 'A bid of yours was not chosen, and why', control: 'switch', ...held },
  tenderEnded: { name: 'A tender ended without an award', control: 'switch', ...held },
  awardRecorded: { name: 'Your choice for your tender is recorded', control: 'switch', ...held },
  tenderCompleted: { name: 'Work that is completed', control: 'switch', ...held },
  replyTaken: {
    name: 'What Cobid did with your reply',
    control: { noSwitch: 'It only comes when you reply to a mail, and it says how you were understood.' },
    ...atOnce,
  },
  replyUnclear: {
    name: 'A reply of yours that could not be acted on',
    control: {
      noSwitch: 'It only comes when you reply to a mail; without it you would take it as answered.',
    },
    ...atOnce,
  },
  replyHeld: {
    name: 'A reply in your name waits',
    control: { noSwitch: 'Somebody may be writing in your name, and only you can tell.' },
    ...atOnce,
  },
  mailsStopped: {
    name: 'Mails that you stopped by mail',
    control: { noSwitch: 'It comes once when you stop mails by mail, and says how to undo it.' },
    ...atOnce,
  },
};

/** Whether somebody may switch this kind of mail off by itself. */
export function hasSwitch(kind: MailKind): boolean {
  return mailRules[kind].control === 'switch';
}

/** Whether somebody can be without this kind of mail. */
export function isOptional(kind: MailKind): boolean {
  return typeof mailRules[kind].control === 'string';
}

/** Whether this kind of mail tells of tenders that fit. */
export function isAboutTenders(kind: MailKind): boolean {
  return kind === 'opportunity' || kind === 'opportunityPassedOn' || kind === 'digest';
}
