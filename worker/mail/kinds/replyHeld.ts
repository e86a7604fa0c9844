import { action, facts, paragraph, quote } from '../content.ts';
import type { MailContent } from '../content.ts';
import { fact, greeting } from '../wording.ts';
import type { Reader } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';

export interface ReplyHeldFacts {
  reader: Reader;
  /** The address that the reply says it is from. */
  from: string;
  subject: string;
  /** Its first words. */
  words: string;
  /** The page on which it can be let through or thrown away. */
  url: string;
}

/** A reply came in the reader's name, but nothing proves that it is theirs: it waits. */
export function replyHeld({ reader, from, subject, words, url }: ReplyHeldFacts): MailContent {
  const { replyHeld: say } = wordsIn(reader.language);
  return {
    lang: reader.language,
    subject: say.subject,
    preview: say.preview,
    title: say.subject,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(say.waits),
      facts(
        fact(say.facts.from, from === '' ? say.nobody : from),
        fact(say.facts.subject, subject === '' ? say.noSubject : subject),
      ),
      ...(words === '' ? [] : [quote(words)]),
      action(say.look, url),
      paragraph(say.howTo),
    ],
    footer: { why: say.why, actions: [] },
  };
}
