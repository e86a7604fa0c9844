import { Alert, List, SimpleGrid } from '@mantine/core';
import type { BidView } from '@cobid/domain/bid/schema.ts';
import { useState } from 'react';
import { Section } from '../../ui/Section.tsx';
import { VerdictButton } from '../../ui/VerdictButton.tsx';
import { CoverageBars } from '../../ui/CoverageBars.tsx';
import { CoverageBoard } from './CoverageBoard.tsx';
import { SeatCard } from './SeatCard.tsx';
import classes from './ConsortiumTab.module.css';
import { OpenWork } from './OpenWork.tsx';
import { SeatDialog } from './SeatDialog.tsx';
import { SeatFillers } from './SeatFillers.tsx';

/** Who does what: seats, invitations, and the coverage board that follows them live. */
export function ConsortiumTab({ bid }: { bid: BidView }) {
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <Section
        title="Seats"
        actions={
          bid.myRole === 'lead' && (
            <VerdictButton variant="default" size="sm" verdict={bid.can.edit} onClick={() => setAdding(true)}>
              Add a seat
            </VerdictButton>
          )
        }
      >
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
          {bid.seats.map((seat) => (
            <SeatCard key={seat.id} bid={bid} seat={seat} />
          ))}
        </SimpleGrid>
      </Section>
      <OpenSeats bid={bid} />
      <Section title="Coverage" lead="Each requirement and who takes it on. It follows as people answer.">
        <OpenWork bid={bid} />
        <CoverageBars
          label="Who takes on how many days of each requirement"
          rows={bid.coverage.map((row) => ({
            ...row,
            parts: bid.seats.flatMap(({ id, coop, state }, tone) => {
              const days = row.cells.find((cell) => cell.seatId === id)?.days ?? 0;
              return coop === null || state !== 'accepted' || days === 0
                ? []
                : [{ name: coop.name, days, tone }];
            }),
          }))}
        />
        <div className={classes.board}>
          <CoverageBoard
            coverage={bid.coverage}
            seats={bid.seats.map(({ id, coop }) => ({ id, name: coop?.name ?? 'Open seat' }))}
          />
        </div>
      </Section>
      <Warnings bid={bid} />
      {isAdding && <SeatDialog bid={bid} seat={null} onClose={() => setAdding(false)} />}
    </>
  );
}

/** For the lead: who could take each seat that is open, also one that somebody has left or declined. */
function OpenSeats({ bid }: { bid: BidView }) {
  const open = bid.seats.filter(({ state }) => state === 'open');
  if (bid.myRole !== 'lead' || open.length === 0 || !bid.can.invite.ok) return null;
  return (
    <Section
      title={open.length === 1 ? 'Who could take the open seat' : 'Who could take the open seats'}
      lead="Given those who are in: co-ops with the skills and free days, the best first."
    >
      {open.map((seat) => (
        <SeatFillers key={seat.id} bid={bid} seat={seat} />
      ))}
    </Section>
  );
}

/** Care: what to look at before signing; it never stops anybody. */
export function Warnings({ bid }: { bid: BidView }) {
  if (bid.warnings.length === 0) return null;
  return (
    <Alert color="clay" variant="light" title="Look at this before you sign" mb="lg">
      <List size="sm">
        {bid.warnings.map(({ code, seatId, message }) => (
          <List.Item key={`${code} ${seatId}`}>{message}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
