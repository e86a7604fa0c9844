import { Button } from '@mantine/core';
import type { OpenedBidView } from '@cobid/domain/bid/schema.ts';
import { formatMoney } from '@cobid/domain/formatMoney.ts';
import type { Verdict } from '@cobid/domain/verdict.ts';
import { useState } from 'react';
import { StateBadge } from '../../ui/StateBadge.tsx';
import { VerdictButton } from '../../ui/VerdictButton.tsx';
import { bidStateText, listed } from '../bids/bidText.ts';
import { CoverageBoard } from '../bids/CoverageBoard.tsx';
import { FrozenOffer } from '../bids/FrozenOffer.tsx';
import classes from './TenderBidsPage.module.css';

interface OpenedBidProps {
  bid: OpenedBidView;
  mayAward: Verdict | undefined;
  onChoose: () => void;
}

/** One opened bid: who, for how much, the whole offer on demand, and the button that chooses it. */
export function OpenedBid({ bid, mayAward, onChoose }: OpenedBidProps) {
  const [isShown, setShown] = useState(false);
  const { offer } = bid;
  const state = bidStateText[bid.state];
  const labelOf = new Map(bid.coverage.map(({ requirementId, label }) => [requirementId, label]));
  return (
    <article className={classes.bid} aria-label={bid.label}>
      <div className={classes.head}>
        <h2 className={classes.title}>{bid.label}</h2>
        <StateBadge label={bid.state === 'opened' ? 'to be decided' : state.label} tone={state.tone} />
        <span className={classes.price}>{formatMoney(offer.totalMinor, offer.currency)}</span>
      </div>
      <p className={classes.who}>
        {listed(offer.seats.map(({ coop }) => coop.name))}
        {offer.seats.length > 1 && `, led by ${offer.lead.name}`}
      </p>
      {bid.outcome !== null && <p className={classes.outcome}>{bid.outcome.reason}</p>}
      <div className={classes.actions}>
        {bid.state === 'opened' && (
          <VerdictButton verdict={mayAward} onClick={onChoose}>
            Choose {bid.label}
          </VerdictButton>
        )}
        <Button variant="default" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? 'Hide the offer' : 'Read the offer'}
        </Button>
      </div>
      {isShown && (
        <div className={classes.offer}>
          <FrozenOffer offer={offer} labelOf={labelOf} />
          <h3>Coverage</h3>
          <CoverageBoard
            coverage={bid.coverage}
            seats={offer.seats.map(({ id, coop }) => ({ id, name: coop.name }))}
          />
        </div>
      )}
    </article>
  );
}
