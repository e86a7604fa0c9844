import type { Answer } from '@cobid/domain/opportunity/schema.ts';
import type { Language } from '@cobid/domain/language.ts';
import type { Action } from '../content.ts';
import { wordsIn } from '../words/wordsIn.ts';

/** What can be answered by a mail of one's own: the five answers, and that others may know that one looks for partners. */
export type MailedAnswer = Answer | 'yes_with_partners';

/** Mail programs cut longer addresses. */
const MOST_SUBJECT = 120;

/**
 * Links that begin a mail with an answer in it, which its reader only sends off. What stands in it is what a reply is
 * understood by (domain/reply/understandReply.ts).
 */
export function answersByMail(
  given: readonly MailedAnswer[],
  { replyTo, subject }: { replyTo: string; subject: string },
  language: Language,
): Action[] {
  const { byMail } = wordsIn(language).offer;
  const about = encodeURIComponent(`Re: ${subject}`.slice(0, MOST_SUBJECT));
  return given.map((answer) => ({
    text: byMail.answers[answer],
    href: `mailto:${replyTo}?subject=${about}&body=${encodeURIComponent(byMail.texts[answer])}`,
  }));
}
