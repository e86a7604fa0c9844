import { Button } from '@mantine/core';
import type { SuggestionView } from '@cobid/domain/opportunity/schema.ts';
import { useState } from 'react';
import { listed } from '../bids/bidText.ts';
import { percent } from '../opportunities/opportunityText.ts';
import classes from './Alternatives.module.css';

const FIRST = 5;

interface AlternativesProps {
  suggestions: readonly SuggestionView[];
  /** Ids of the co-ops that are in beside the lead. */
  memberIds: readonly string[];
  onPick: (memberIds: string[]) => void;
}

/** The ids of a suggestion's co-ops beside the lead. */
export function partnersOf({ members }: SuggestionView): string[] {
  return members.slice(1).map(({ coop }) => coop.id);
}

/** The groups that were found, best first, to choose one of. */
export function Alternatives({ suggestions, memberIds, onPick }: AlternativesProps) {
  const [isLong, setLong] = useState(false);
  const current = memberIds.toSorted().join();
  return (
    <>
      <ul className={classes.list} aria-label="Suggested groups">
        {suggestions.slice(0, isLong ? undefined : FIRST).map((suggestion) => {
          const ids = partnersOf(suggestion);
          const partners = suggestion.members.slice(1).map(({ coop }) => coop.name);
          const fit = suggestion.members.reduce((sum, member) => sum + member.fit, 0) / suggestion.size;
          return (
            <li key={ids.join()}>
              <button
                type="button"
                className={classes.pick}
                aria-pressed={ids.toSorted().join() === current}
                onClick={() => onPick(ids)}
              >
                <span>{partners.length === 0 ? 'Your co-op alone' : `With ${listed(partners)}`}</span>
                <span className={classes.fit}>{percent(fit)} fit</span>
              </button>
            </li>
          );
        })}
      </ul>
      {suggestions.length > FIRST && (
        <Button variant="subtle" size="sm" mt="xs" onClick={() => setLong(!isLong)} aria-expanded={isLong}>
          {isLong ? 'Show fewer' : `Show all ${suggestions.length}`}
        </Button>
      )}
    </>
  );
}
