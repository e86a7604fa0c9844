import type { Answer } from '@cobid/domain/opportunity/schema.ts';
import { action, choices, paragraph, quote } from '../content.ts';
import type { Block, MailContent } from '../content.ts';
import { greeting } from '../wording.ts';
import type { Reader } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';

/** Why a reply did nothing. */
export const unclearReasons = [
  'nothing_said',
  'not_understood',
  'not_read',
  'which_tender',
  'needs_page',
  'no_such_coop',
  'later_answer',
  'day_passed',
  'needs_bidder',
  'deadline_passed',
  'not_possible',
] as const;
export type UnclearReason = (typeof unclearReasons)[number];

export interface ReplyUnclearFacts {
  reader: Reader;
  why: UnclearReason;
  /** What the reader wrote; '' if nothing was left of it. */
  words: string;
  /** The title of what it was about; null where it was about nothing in particular. */
  about: string | null;
  /** How to say it instead. */
  links: ReplyLinks;
}

export interface ReplyLinks {
  /** The five answers, where they can still be given. */
  answers: Record<Answer, string> | null;
  /** The page that it is about. */
  page: string;
}

/** A reply by mail did nothing: why, and how to say it so that it counts. */
export function replyUnclear({ reader, why, words, about, links }: ReplyUnclearFacts): MailContent {
  const { replyUnclear: say, replyTaken: common } = wordsIn(reader.language);
  return {
    lang: reader.language,
    subject: say.subject(about),
    preview: say.preview,
    title: say.title,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(say.reasons[why]),
      ...(words === '' ? [] : [paragraph(common.youWrote), quote(words)]),
      ...howToAnswer(links, reader),
    ],
    footer: { why: say.why, actions: [] },
  };
}

function howToAnswer({ answers, page }: ReplyLinks, { language }: Reader): Block[] {
  const { offer, replyUnclear: say } = wordsIn(language);
  if (answers === null) return [action(say.openPage, page)];
  return [
    paragraph(say.howTo),
    choices([
      { text: offer.answers.yes, href: answers.yes },
      { text: offer.answers.yes_if, href: answers.yes_if },
      { text: offer.answers.not_now, href: answers.not_now },
      { text: offer.answers.pass_to, href: answers.pass_to },
      { text: offer.answers.no, href: answers.no },
    ]),
    choices([{ text: offer.readTender, href: page }]),
  ];
}
