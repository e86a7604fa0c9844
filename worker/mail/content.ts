import type { Language } from '@cobid/domain/language.ts';

/**
 * What a mail says, as data: one list of blocks that two writers turn into the HTML and the plain-text part, so that
 * neither part can say less than the other. (Turning the HTML into text afterwards shouts headings, tears tables
 * apart and hides links behind words.) All strings are plain text, also those that people wrote.
 */
export interface MailContent {
  /** The reader's. */
  lang: Language;
  subject: string;
  /** The line that inboxes show beside the subject. */
  preview: string;
  /** The mail's one first-level heading. */
  title: string;
  blocks: Block[];
  footer: Footer;
  /** For one-click unsubscribe (RFC 8058); absent in mails that nobody can do without, such as sign-in. */
  unsubscribe?: Unsubscribe;
}

export type Block =
  | { kind: 'heading'; text: string }
  /** A heading below a heading: one of several things of a kind. */
  | { kind: 'subheading'; text: string }
  | { kind: 'paragraph'; text: string }
  /** Words of a person that stand in the text, in a language that we do not know. */
  | { kind: 'theirWords'; text: string }
  | { kind: 'facts'; facts: Fact[] }
  | { kind: 'list'; items: string[] }
  /** Words of a person, set apart; line breaks are kept. */
  | { kind: 'quote'; text: string }
  /** Digits to be typed somewhere else. */
  | { kind: 'code'; code: string }
  /** The first of them is what the mail is for, if `leads` is true. */
  | { kind: 'actions'; actions: Action[]; leads: boolean }
  /** Ways to go on in one line, where there are many such lines. */
  | { kind: 'links'; actions: Action[] };

export interface Fact {
  name: string;
  value: string;
}

/** A link; its text says where it leads or what can be done there. */
export interface Action {
  text: string;
  href: string;
}

/** Why this mail came, and where to change that. */
export interface Footer {
  why: string;
  actions: Action[];
}

export interface Unsubscribe {
  /** Takes a POST without signing in. */
  url: string;
  /** Token that a mail to the sender's address may name instead. */
  token: string;
}

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const subheading = (text: string): Block => ({ kind: 'subheading', text });
export const links = (actions: Action[]): Block => ({ kind: 'links', actions });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const theirWords = (text: string): Block => ({ kind: 'theirWords', text });
export const list = (items: string[]): Block => ({ kind: 'list', items });
export const quote = (text: string): Block => ({ kind: 'quote', text });
export const code = (digits: string): Block => ({ kind: 'code', code: digits });

/** Facts without those that are not known. */
export const facts = (...all: (Fact | null)[]): Block => ({
  kind: 'facts',
  facts: all.filter((fact) => fact !== null),
});

/** The one thing to do next. */
export const action = (text: string, href: string): Block => ({
  kind: 'actions',
  actions: [{ text, href }],
  leads: true,
});

/** Several ways to go on, none of them pushed. */
export const choices = (actions: Action[]): Block => ({ kind: 'actions', actions, leads: false });
