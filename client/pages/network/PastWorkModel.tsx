import type { PastWorkModelView } from '@cobid/domain/network/reports.ts';
import { Moment } from '../../ui/Moment.tsx';
import { Section } from '../../ui/Section.tsx';
import classes from './Report.module.css';
import { countOf } from './reportText.ts';

/** How hints under “Thin tenders” are ordered: plainly, or by what the network's own awards taught. */
export function PastWorkModel({ model, isOff }: { model: PastWorkModelView; isOff: boolean }) {
  const { learnt, lookedAt, awards, lessons } = model;
  return (
    <Section
      title="Who did similar work"
      lead="Under “Thin tenders” co-ops are named that did work like what nobody lists. This orders those hints alone; no fit and no mail is touched by it, so there is nothing to decide."
    >
      {learnt === null ? (
        <p className={classes.note}>{plainText(model, isOff)}</p>
      ) : (
        <>
          <p className={classes.note}>
            Learnt from {countOf(awards, 'awarded tender')}, of which {lessons} taught something
            {lookedAt !== null && (
              <>
                , <Moment at={lookedAt} />
              </>
            )}
            . A weight says by how much a co-op comes earlier that has more of it.
          </p>
          <Weights learnt={learnt} />
        </>
      )}
    </Section>
  );
}

function plainText(
  { lookedAt, awards, lessons, leastAwards, leastLessons }: PastWorkModelView,
  isOff: boolean,
) {
  const plain =
    'The order is the published plain one: whose past works are most like what is needed comes first.';
  if (isOff) return `${plain} Learning is off.`;
  if (lookedAt === null) return `${plain} Nobody has looked yet whether there is enough to learn from.`;
  const soFar =
    lessons > 0
      ? `${countOf(lessons, 'award')} of ${awards} taught something so far, and it takes ${leastLessons}.`
      : `It is learnt once your network has about ${leastAwards} awarded tenders; so far it has ${awards}.`;
  return `${plain} ${soFar}`;
}

/** Less than this prints as nothing. */
const LEAST_WEIGHT = 0.005;

function Weights({ learnt }: { learnt: NonNullable<PastWorkModelView['learnt']> }) {
  const most = Math.max(...learnt.map(({ weight }) => Math.abs(weight)), LEAST_WEIGHT);
  const sorted = learnt
    .filter(({ weight }) => Math.abs(weight) >= LEAST_WEIGHT)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return (
    <ul className={classes.weights} aria-label="Weights, the strongest first">
      {sorted.map(({ feature, meaning, weight }) => (
        <li key={feature} className={classes.weight}>
          <span>
            {meaning} <span className={classes.was}>({feature})</span>
          </span>
          <span className={classes.share}>
            <span className={classes.measureTrack} aria-hidden>
              <span
                className={classes.shareFill}
                data-low={weight < 0}
                style={{ width: `${(Math.abs(weight) / most) * 100}%` }}
              />
            </span>
            <span className={classes.number}>
              {weight < 0 ? '−' : '+'}
              {Math.abs(weight).toFixed(2)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
