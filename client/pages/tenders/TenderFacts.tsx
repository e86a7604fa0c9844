import { formatDay } from '@cobid/domain/formatTime.ts';
import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import { languageLabel } from '@cobid/domain/vocabulary/humanLanguages.ts';
import { redLines } from '@cobid/domain/vocabulary/redLines.ts';
import { sectors } from '@cobid/domain/vocabulary/sectors.ts';
import { termLabel } from '@cobid/domain/vocabulary/terms.ts';
import { values } from '@cobid/domain/vocabulary/values.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { budgetText, liabilityText, placeText } from './tenderText.ts';

/** Dates, money and terms of a tender. */
export function TenderFacts({ content, isOpen }: { content: TenderContent; isOpen: boolean }) {
  const day = (value: string | null) => (value === null ? null : formatDay(value));
  return (
    <Facts
      facts={[
        [
          'Deadline for bids',
          content.deadline !== null && (
            <Moment at={content.deadline} zone={content.zone} withRemaining={isOpen} />
          ),
        ],
        [
          'Questions until',
          content.questionsUntil !== null && <Moment at={content.questionsUntil} zone={content.zone} />,
        ],
        ['Budget', budgetText(content.budget, content.currency)],
        ['Decision by', day(content.decisionBy)],
        ['Start of the work', day(content.start)],
        ['End of the work', day(content.end)],
        ['Place', placeText(content.workplace, content.country, content.city)],
        ['Languages', content.languages.map(languageLabel).join(', ')],
        ['Sector', content.sector === null ? null : termLabel(sectors, content.sector)],
        ['Values', content.values.map((value) => termLabel(values, value)).join(', ')],
        ['Touches', content.touches.map((line) => termLabel(redLines, line)).join(', ')],
        ['Liability', liabilityText[content.liability]],
        ['Bids per co-op', content.maxBidsPerMember === 1 ? 'one' : `up to ${content.maxBidsPerMember}`],
        ['CPV codes', content.cpv.join(', ')],
      ]}
    />
  );
}
