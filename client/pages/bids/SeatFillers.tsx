import { Button } from '@mantine/core';
import type { BidView, SeatCandidates, SeatShare, SeatView } from '@cobid/domain/bid/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { candidatesQuery, useSplitSeat } from '../../api/bids.ts';
import type { Candidate } from '../../api/bids.ts';
import { ListSkeleton } from '../../ui/ListSkeleton.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { VerdictButton } from '../../ui/VerdictButton.tsx';
import { percent } from '../opportunities/opportunityText.ts';
import { daysText, listed } from './bidText.ts';
import { InviteDialog } from './InviteDialog.tsx';
import classes from './SeatFillers.module.css';

const FIRST = 3;

interface SeatFillersProps {
  bid: BidView;
  seat: SeatView;
}

/** Who could fill an open seat, given those who stay: for the lead, who invites. */
export function SeatFillers({ bid, seat }: SeatFillersProps) {
  const { data, error, refetch } = useQuery(candidatesQuery(bid.id, seat.id));
  const labels = new Map(bid.coverage.map(({ requirementId, label }) => [requirementId, label]));
  const inWords = (parts: SeatView['parts']) =>
    listed(
      parts.map(
        ({ requirementId, days }) => `${labels.get(requirementId) ?? requirementId} (${daysText(days)})`,
      ),
    );
  return (
    <section className={classes.seat} aria-label={`Who could take the seat for ${inWords(seat.parts)}`}>
      <h3 className={classes.title}>
        {seat.parts.length === 0 ? 'A seat without work' : inWords(seat.parts)}
      </h3>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data === undefined ? (
        error === null && <ListSkeleton />
      ) : (
        <Fillers
          bid={bid}
          seat={seat}
          found={data}
          inWords={inWords}
          labelOf={(id) => labels.get(id) ?? id}
        />
      )}
    </section>
  );
}

interface FillersProps extends SeatFillersProps {
  found: SeatCandidates;
  inWords: (parts: SeatView['parts']) => string;
  labelOf: (requirementId: string) => string;
}

function Fillers({ bid, seat, found, inWords, labelOf }: FillersProps) {
  const [isLong, setLong] = useState(false);
  const [invited, setInvited] = useState<string | null>(null);
  const { items, groups, amongYou } = found;
  return (
    <>
      {items.length === 0 && amongYou === null && (
        <p>No co-op that fits this tender covers any of it. Change the seat, or invite one that you know.</p>
      )}
      <ul className={classes.list}>
        {items.slice(0, isLong ? undefined : FIRST).map((item) => (
          <li key={item.coop.id} className={classes.filler}>
            <Single item={item} inWords={inWords} labelOf={labelOf} />
            <VerdictButton
              size="xs"
              variant={item.isWhole && !item.hasDeclined ? 'filled' : 'default'}
              verdict={bid.can.invite}
              aria-label={`Invite ${item.coop.name}`}
              onClick={() => setInvited(item.coop.id)}
            >
              Invite
            </VerdictButton>
          </li>
        ))}
      </ul>
      {items.length > FIRST && (
        <Button variant="subtle" size="xs" mt="xs" aria-expanded={isLong} onClick={() => setLong(!isLong)}>
          {isLong ? 'Show fewer' : `Show all ${items.length}`}
        </Button>
      )}
      {groups.length > 0 && (
        <>
          <p className={classes.hint}>
            <strong>No single co-op has all of it. Together:</strong>
          </p>
          <ul className={classes.list}>
            {groups.map((group) => (
              <li key={group.newcomers.map(({ coop }) => coop.id).join()} className={classes.filler}>
                <Group bid={bid} seat={seat} group={group} inWords={inWords} />
              </li>
            ))}
          </ul>
        </>
      )}
      {amongYou !== null && (
        <p className={classes.hint}>
          Those who stay have the days themselves: {sharesInWords(amongYou, inWords)}. Change their seats,
          once they agree, and remove this one.
        </p>
      )}
      {invited !== null && (
        <InviteDialog bid={bid} seat={seat} initialCoopId={invited} onClose={() => setInvited(null)} />
      )}
    </>
  );
}

function Single({ item, inWords, labelOf }: Pick<FillersProps, 'inWords' | 'labelOf'> & { item: Candidate }) {
  return (
    <span>
      <Link to={paths.coop(item.coop.slug)}>{item.coop.name}</Link>, {percent(item.fit)} fit:{' '}
      {item.isWhole ? 'all of it' : inWords(item.parts)}, {daysText(item.freeDays)} free
      {item.lacks.length > 0 && `; leaves open ${listed(item.lacks.map(labelOf))}`}
      <span className={classes.why}>
        {item.hasDeclined && 'Has declined or left this bid. '}
        {item.why.join('; ')}
      </span>
    </span>
  );
}

interface GroupProps extends SeatFillersProps {
  group: SeatCandidates['groups'][number];
  inWords: FillersProps['inWords'];
}

function Group({ bid, seat, group, inWords }: GroupProps) {
  const split = useSplitSeat(bid.id, seat.id);
  const { newcomers, helpers } = group;
  return (
    <>
      <span>
        {sharesInWords(newcomers, inWords)}
        {helpers.length > 0 && `, when ${sharesInWords(helpers, inWords)} is taken on by those who stay`}
        <ProblemAlert error={split.error} />
      </span>
      {helpers.length === 0 && (
        <VerdictButton
          size="xs"
          variant="default"
          verdict={bid.can.edit}
          loading={split.isPending}
          aria-label={`Split the seat so: ${listed(newcomers.map(({ coop }) => coop.name))}`}
          onClick={() => split.mutate({ version: bid.version, split: newcomers.map(({ parts }) => parts) })}
        >
          Split the seat so
        </VerdictButton>
      )}
    </>
  );
}

function sharesInWords(shares: readonly SeatShare[], inWords: FillersProps['inWords']): string {
  return listed(shares.map(({ coop, parts }) => `${coop.name} ${inWords(parts)}`));
}
