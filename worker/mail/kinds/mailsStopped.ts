import type { MailKind } from '@cobid/domain/mail/kinds.ts';
import type { StopScope } from '@cobid/domain/mail/stopping.ts';
import { action, paragraph } from '../content.ts';
import type { MailContent } from '../content.ts';
import { greeting } from '../wording.ts';
import type { Reader } from '../wording.ts';
import { wordsIn } from '../words/wordsIn.ts';

export interface MailsStoppedFacts {
  reader: Reader;
  scope: StopScope;
  /** Of the mail that was answered. */
  kind: MailKind;
  /** The page that shows what is stopped, and undoes it. */
  url: string;
}

/** Mails were stopped by a mail: which, and how to have them again. */
export function mailsStopped({ reader, scope, kind, url }: MailsStoppedFacts): MailContent {
  const { mailsStopped: say } = wordsIn(reader.language);
  const what = scope === 'kind' ? say.ofKind(say.kinds[kind] ?? '') : say.scopes[scope];
  return {
    lang: reader.language,
    subject: say.subject(what),
    preview: say.preview,
    title: say.title,
    blocks: [
      paragraph(greeting(reader)),
      paragraph(say.stopped(what)),
      ...(scope === 'kind' ? [] : [paragraph(say.stillCome)]),
      paragraph(say.mistake),
      action(say.look, url),
    ],
    footer: { why: say.why, actions: [] },
  };
}
