import { Button } from '@mantine/core';
import type { FeasibilityView } from '@cobid/domain/network/reports.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { feasibilityQuery } from '../../api/network.ts';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { countOf } from './reportText.ts';
import classes from './ThinTendersPage.module.css';

/** Works out, when asked, whether a tender is possible as it is, and what would make it so. */
export function Feasibility({ tenderId, title }: { tenderId: string; title: string }) {
  const [isAsked, setIsAsked] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({ ...feasibilityQuery(tenderId), enabled: isAsked });
  return (
    <div aria-live="polite">
      {data === undefined && error === null && (
        <Button
          variant="default"
          size="xs"
          loading={isFetching}
          aria-label={`What would make it possible: ${title}`}
          onClick={() => setIsAsked(true)}
        >
          What would make it possible
        </Button>
      )}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data !== undefined && <Answer data={data} />}
    </div>
  );
}

function Answer({ data: { size, obstacles, changes } }: { data: FeasibilityView }) {
  if (size === 0) return <p className={classes.answer}>It has no musts, so anybody may bid for it.</p>;
  if (size !== null) {
    return (
      <p className={classes.answer}>
        {size === 1
          ? 'One co-op can do all the musts by itself'
          : `All the musts can be done by ${countOf(size, 'co-op')} together`}
        , as things are; it depends on each that is alone with something.
      </p>
    );
  }
  return (
    <div className={classes.answer}>
      {obstacles.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {changes.length === 0 ? (
        <p>No single change that would be enough was found in time.</p>
      ) : (
        <ul>
          {changes.map(({ sentence, isCheapest }) => (
            <li key={sentence}>
              {sentence}
              {!isCheapest && ' There may be something cheaper that was not found in time.'}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
