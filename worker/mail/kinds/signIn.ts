import { action, code, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';

export interface SignInFacts {
  link: string;
  /** Six digits that do the same as the link. */
  code: string;
  minutesValid: number;
  appUrl: string;
}

/** The way in: a link, or a code for the page that asked. */
export function signIn({ link, code: digits, minutesValid, appUrl }: SignInFacts): MailContent {
  return {
    lang: 'en',
    subject: 'Your way into Cobid',
    preview: `A link and a code that work once, for ${minutesValid} minutes.`,
    title: 'Sign in to Cobid',
    blocks: [
      paragraph(
        `Hello, this link signs you in. It works once, for ${minutesValid} minutes from when you asked.`,
      ),
      action('Sign in to Cobid', link),
      paragraph('Or type this code on the page where you asked for it:'),
      code(digits),
      paragraph('If it was not you who asked, leave this mail be. Nobody gets in without it.'),
    ],
    footer: {
      why: 'You get this mail because somebody typed your address on the sign-in page of Cobid.',
      actions: [{ text: 'What Cobid is', href: appUrl }],
    },
  };
}
