import { Button } from '@mantine/core';
import type { WorthAskingView } from '@cobid/domain/opportunity/worthAsking.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './WorthAskingList.module.css';

const FIRST = 3;

interface WorthAskingListProps {
  coops: readonly WorthAskingView[];
  /** What they are asked for; names the list. */
  label: string;
  /** What can be done about one of them. */
  actionFor?: (coop: WorthAskingView) => ReactNode;
}

/** Co-ops that did work such as is needed, each with that work: the first three, and the others when asked for. */
export function WorthAskingList({ coops, label, actionFor }: WorthAskingListProps) {
  const [isLong, setLong] = useState(false);
  return (
    <>
      <ul className={classes.list} aria-label={`Worth asking for ${label}`}>
        {coops.slice(0, isLong ? undefined : FIRST).map((each) => (
          <li key={each.coop.id} className={classes.item}>
            <Link to={paths.coop(each.coop.slug)}>{each.coop.name}</Link>
            <span className={classes.works}>Did {worksText(each)}.</span>
            {each.because.length > 0 && <span className={classes.because}>{each.because.join(' ')}</span>}
            {actionFor?.(each)}
          </li>
        ))}
      </ul>
      {coops.length > FIRST && (
        <Button
          variant="subtle"
          size="xs"
          onClick={() => setLong(!isLong)}
          aria-expanded={isLong}
          aria-label={`${isLong ? 'Show fewer' : `Show all ${coops.length}`} for ${label}`}
        >
          {isLong ? 'Show fewer' : `Show all ${coops.length}`}
        </Button>
      )}
    </>
  );
}

/** “A” (2025) and “B” (2023) */
export function worksText({ works }: Pick<WorthAskingView, 'works'>): string {
  return works.map(({ title, year }) => `“${title}” (${year})`).join(' and ');
}
