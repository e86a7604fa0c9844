import { answerableKinds, countedKinds } from '@cobid/domain/mail/feedback.ts';
import type { FeedbackCounts, MailFeedbackView } from '@cobid/domain/mail/feedback.ts';
import { frequencies } from '@cobid/domain/mail/settings.ts';
import { after, days } from '@cobid/platform/clock.ts';
import { feedbackSince, notSentSince } from '@cobid/platform/mongo/models/delivery.ts';
import { countStops } from '@cobid/platform/mongo/models/suppression.ts';

type Row = Awaited<ReturnType<typeof feedbackSince>>[number];

/** What became of the mails of the last so many days, in numbers; of kinds that say nothing of bids. */
export async function mailFeedback(period: number, now: Date): Promise<MailFeedbackView> {
  const since = after(now, -days(period));
  const kinds = countedKinds.map(({ kind }) => kind);
  const [rows, notSent, addresses] = await Promise.all([
    feedbackSince(since, kinds),
    notSentSince(since, kinds),
    countStops(now),
  ]);
  return {
    since: since.toISOString(),
    until: now.toISOString(),
    total: summed(rows),
    kinds: countedKinds.map(({ kind, name }) => ({
      kind,
      name,
      ...summed(
        rows.filter((row) => row.kind === kind),
        answerableKinds.includes(kind),
      ),
    })),
    settings: frequencies
      .map((setting) => ({ setting, ...summed(rows.filter((row) => row.setting === setting)) }))
      .filter(({ setting, sent }) => setting !== 'off' || sent > 0),
    notSent,
    addresses,
  };
}

function summed(rows: readonly Row[], canBeAnswered = true): FeedbackCounts {
  const total = (value: (row: Row) => number) => rows.reduce((sum, row) => sum + value(row), 0);
  const sent = total((row) => row.sent);
  const bounced = total((row) => (row.isBounced ? row.sent : 0));
  return {
    sent,
    delivered: sent - bounced,
    answered: canBeAnswered ? total((row) => row.answered) : null,
    bounced,
    complained: total((row) => row.complained),
  };
}
