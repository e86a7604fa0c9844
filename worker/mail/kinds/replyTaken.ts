import type { noReasons } from '@cobid/domain/opportunity/schema.ts';
import { action, choices, paragraph, quote, theirWords } from '../content.ts';
import type { Block, MailContent } from '../content.ts';
import { greeting } from '../wording.ts';
import type { Reader } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';

export interface ReplyTakenFacts {
  reader: Reader;
  coop: string;
  tender: { title: string; url: string };
  answer: AnswerTaken;
  /** What the reader wrote, in their own words. */
  words: string;
  /** Takes the answer back, by a button on the page; null where it cannot be taken back. */
  undoUrl: string | null;
}

/** How a reply was understood. */
export type AnswerTaken =
  | { answer: 'yes'; seeksPartners: boolean }
  | { answer: 'yes_if'; condition: string }
  /** `until` is a day such as 2027-03-01; `isGuess` is true where the reply named none. */
  | { answer: 'not_now'; until: string; isGuess: boolean }
  | { answer: 'pass_to'; passedTo: string }
  | { answer: 'no'; reason: (typeof noReasons)[number] }
  /** The offer of a seat. */
  | { answer: 'declined'; lead: string };

/** A reply by mail was taken as an answer: which, and how to take it back. */
export function replyTaken(facts: ReplyTakenFacts): MailContent {
  const { reader, tender, answer, words, undoUrl } = facts;
  const { replyTaken: say } = wordsIn(reader.language);
  const short = answer.answer === 'pass_to' ? say.short.pass_to(answer.passedTo) : say.short[answer.answer];
  const [sentence, ...more] = inWords(facts);
  return {
    lang: reader.language,
    subject: say.subject(short, tender.title),
    preview: sentence,
    title: say.title(short),
    blocks: [
      paragraph(greeting(reader)),
      paragraph(sentence),
      ...more,
      paragraph(say.youWrote),
      quote(words),
      ...(undoUrl === null ? [paragraph(say.askLead)] : [paragraph(say.mistake), action(say.undo, undoUrl)]),
      choices([{ text: say.readTender, href: tender.url }]),
    ],
    footer: { why: say.why, actions: [] },
  };
}

function inWords({ reader, coop, answer: given }: ReplyTakenFacts): [string, ...Block[]] {
  const { replyTaken: say } = wordsIn(reader.language);
  switch (given.answer) {
    case 'yes':
      return given.seeksPartners ? [say.yes(coop), paragraph(say.othersKnow)] : [say.yes(coop)];
    case 'yes_if':
      return [say.yesIf(coop), theirWords(given.condition)];
    case 'not_now':
      return [given.isGuess ? say.notNowGuessed(given.until) : say.notNow(given.until)];
    case 'pass_to':
      return [say.passTo(given.passedTo)];
    case 'no':
      return [say.no(coop, given.reason)];
    case 'declined':
      return [say.declined(coop, given.lead)];
  }
}
