import { Progress, Skeleton } from '@mantine/core';
import { completeness } from '@cobid/domain/coop/completeness.ts';
import type { CoopProfile } from '@cobid/domain/coop/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { wouldHaveMatchedQuery } from '../../api/profile.ts';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import side from '../tenders/editor/EditorSide.module.css';
import classes from './ProfileSide.module.css';

const MOST_SHOWN = 8;

function Matched() {
  const matched = useQuery(wouldHaveMatchedQuery);
  if (matched.isPending) return <Skeleton height={160} />;
  if (matched.isError) return <ProblemAlert error={matched.error} onRetry={() => void matched.refetch()} />;
  const { items } = matched.data;
  return (
    <>
      <p className={side.note} role="status">
        {items.length === 0
          ? 'None of the last twelve months yet. More skills, or lower levels asked, change that.'
          : `${items.length} of the last twelve months. Updated as you save.`}
      </p>
      <ul className={side.list} aria-busy={matched.isFetching}>
        {items.slice(0, MOST_SHOWN).map(({ tender, score, why, missing }) => (
          <li key={tender.id} className={classes.match}>
            <span className={classes.score}>{Math.round(score * 100)} %</span>
            <span>
              <Link to={paths.tender(tender.id)}>{tender.title}</Link>
              <span className={classes.why}>
                {why.slice(0, 2).join('; ')}
                {missing.length > 0 && `. Missing: ${missing.join(', ')}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {items.length > 0 && (
        <p className={side.note}>
          <Link to={paths.wouldHaveMatched()}>All of them, and what was missing</Link>
        </p>
      )}
    </>
  );
}

/** Beside the profile: how complete it is, and what it would have brought. */
export function ProfileSide({ profile }: { profile: CoopProfile }) {
  const steps = completeness(profile, new Date());
  const done = steps.filter((step) => step.isDone).length;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached with the keyboard
    <aside className={side.side} aria-label="What this profile brings" tabIndex={0}>
      <section aria-labelledby="complete">
        <h2 id="complete" className={side.title}>
          {done === steps.length ? 'Your profile is complete' : `${done} of ${steps.length} steps done`}
        </h2>
        <Progress
          value={(done / steps.length) * 100}
          color="pine"
          aria-label="Completeness of the profile"
          mb="sm"
        />
        <ul className={side.list}>
          {steps.map((step) => (
            <li key={step.key} className={side.point} data-clear={step.isDone}>
              {step.isDone ? (
                <IconCheck size={18} role="img" aria-label="Done" />
              ) : (
                <IconCircleDashed size={18} role="img" aria-label="To do" />
              )}
              <span>
                {step.label}
                {!step.isDone && <span className={classes.why}>{step.why}</span>}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="matched">
        <h2 id="matched" className={side.title}>
          Tenders you would have matched
        </h2>
        <Matched />
      </section>
    </aside>
  );
}
