import { nextMonths } from '@cobid/domain/time.ts';
import { NumberField } from '../../forms/NumberField.tsx';
import { Section } from '../../ui/Section.tsx';
import classes from './CapacitySection.module.css';
import type { ProfileSectionProps } from './draft.ts';
import { shortMonthLabel } from './months.ts';

/** Free person-days in each of the next six months, the whole co-op together. */
export function CapacitySection({ draft: { content, change, issueAt } }: ProfileSectionProps) {
  const months = nextMonths(new Date());
  const daysIn = (month: string) => content.freeDays.find((entry) => entry.month === month)?.days ?? 0;
  const set = (month: string, days: number) =>
    change({
      freeDays: [...content.freeDays.filter((entry) => entry.month !== month), { month, days }].toSorted(
        (a, b) => (a.month < b.month ? -1 : 1),
      ),
    });
  const most = Math.max(1, ...months.map(daysIn));
  const sum = months.reduce((total, month) => total + daysIn(month), 0);
  return (
    <Section
      id="capacity"
      title="Free days"
      lead="Person-days that are really free, all of you together. Consortia are built from them; who forms a bid sees the sum."
      isCard
    >
      <ul className={classes.months}>
        {months.map((month) => (
          <li key={month} className={classes.month}>
            <span className={classes.bar} aria-hidden>
              <span style={{ blockSize: `${(daysIn(month) / most) * 100}%` }} />
            </span>
            <NumberField
              label={shortMonthLabel(month)}
              value={daysIn(month)}
              onChange={(days) => set(month, days)}
              min={0}
              max={2000}
              step={0.5}
              error={issueAt(
                `/freeDays/${content.freeDays.findIndex((entry) => entry.month === month)}/days`,
              )}
            />
          </li>
        ))}
      </ul>
      <p className={classes.sum} role="status">
        {sum} free days in six months
      </p>
    </Section>
  );
}
