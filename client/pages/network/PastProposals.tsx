import type { LearningView } from '@cobid/domain/network/reports.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Section } from '../../ui/Section.tsx';
import { countOf } from './reportText.ts';
import classes from './RulesPage.module.css';

type Past = LearningView['past'][number];

const states: Record<Past['state'], string> = {
  accepted: 'Taken',
  declined: 'Declined',
  applied: 'Taken by itself',
  outdated: 'Replaced, or taken back by what came later',
};

/** What became of earlier proposals. */
export function PastProposals({ past }: { past: LearningView['past'] }) {
  if (past.length === 0) return null;
  return (
    <Section title="Earlier proposals">
      <ol className={classes.events}>
        {past.map(({ id, madeAt, state, by, tenders }) => (
          <li key={id} className={classes.event}>
            <p>
              {states[state]}
              {by !== null && ` by ${by}`}
            </p>
            <p className={classes.who}>
              Learnt from {countOf(tenders, 'tender')}, <Moment at={madeAt} />
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
