import { Button, Group, Menu } from '@mantine/core';
import type { PlanView } from '@cobid/domain/opportunity/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { Link } from 'react-router';
import { DaysBar } from '../../ui/DaysBar.tsx';
import { daysText } from '../bids/bidText.ts';
import { percent } from '../opportunities/opportunityText.ts';
import classes from './PlanMember.module.css';

interface PlanMemberProps {
  member: PlanView['members'][number];
  isLead: boolean;
  tone: number;
  labelOf: (requirementId: string) => string;
  /** Days of musts that are open now. */
  missingDays: number;
  onSwap: (coopId: string) => void;
  onTakeOut: () => void;
}

/** One co-op of the plan: what it does, how much of its free days that takes, who could be there instead. */
export function PlanMember(props: PlanMemberProps) {
  const { member, isLead, tone, labelOf, missingDays, onSwap, onTakeOut } = props;
  const { coop, parts, days, freeDays, neededDays, swaps } = member;
  return (
    <article className={classes.member} aria-label={coop.name}>
      <div className={classes.head}>
        <h3 className={classes.name}>
          <Link to={paths.coop(coop.slug)}>{coop.name}</Link>
          {isLead && ' (you lead)'}
        </h3>
        <span className={classes.days}>
          {days} of {daysText(freeDays)} free
        </span>
      </div>
      <DaysBar whole={freeDays} parts={[{ key: coop.id, days, tone }]} />
      <p className={classes.parts}>
        {parts.length === 0
          ? 'Nothing that the others have not taken on.'
          : parts
              .map(({ requirementId, days: part }) => `${labelOf(requirementId)}, ${daysText(part)}`)
              .join(' · ')}
      </p>
      {!isLead && (
        <>
          <p className={classes.note}>
            {neededDays === 0
              ? 'Not needed: the others have the days for the musts.'
              : `Without it ${daysText(neededDays)} of the musts would be open.`}
          </p>
          <Group gap="xs" mt="sm">
            <Menu position="bottom-start" shadow="md" withinPortal>
              <Menu.Target>
                <Button
                  size="xs"
                  variant="default"
                  disabled={swaps.length === 0}
                  aria-label={
                    swaps.length === 0
                      ? `Nobody else could stand in for ${coop.name}`
                      : `Swap ${coop.name} for another co-op`
                  }
                >
                  {swaps.length === 0 ? 'Nobody else could' : 'Swap'}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {swaps.map((swap) => (
                  <Menu.Item key={swap.coop.id} onClick={() => onSwap(swap.coop.id)}>
                    {swap.coop.name}, {percent(swap.fit)} fit
                    {swap.missingDays > 0 &&
                      (swap.missingDays === missingDays ? '' : `, leaves ${daysText(swap.missingDays)} open`)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
            <Button
              size="xs"
              variant="subtle"
              color="red.9"
              aria-label={`Take out ${coop.name}`}
              onClick={onTakeOut}
            >
              Take out
            </Button>
          </Group>
        </>
      )}
    </article>
  );
}
