import { action, code, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import type { Reader } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';

export interface SignInFacts {
  reader: Reader;
  link: string;
  /** Six digits that do the same as the link. */
  code: string;
  minutesValid: number;
  appUrl: string;
}

/** The way in: a link, or a code for the page that asked. */
export function signIn({ reader, link, code: digits, minutesValid, appUrl }: SignInFacts): MailContent {
  const { signIn: say, general } = wordsIn(reader.language);
  return {
    lang: reader.language,
    subject: say.subject,
    preview: say.preview(minutesValid),
    title: say.title,
    blocks: [
      paragraph(say.hello(minutesValid)),
      action(say.action, link),
      paragraph(say.orCode),
      code(digits),
      paragraph(say.notYou),
    ],
    footer: { why: say.why, actions: [{ text: general.whatCobidIs, href: appUrl }] },
  };
}
