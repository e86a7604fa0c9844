import { Alert, List, SimpleGrid } from '@mantine/core';
import type { BidView } from '@cobid/domain/bid/schema.ts';
import { useState } from 'react';
import { Section } from '../../ui/Section.tsx';
import { VerdictButton } from '../../ui/VerdictButton.tsx';
import { CoverageBoard } from './CoverageBoard.tsx';
import { SeatCard } from './SeatCard.tsx';
import { SeatDialog } from './SeatDialog.tsx';

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
      <Section title="Coverage" lead="Each requirement and who takes it on. It follows as people answer.">
        <CoverageBoard
          coverage={bid.coverage}
          seats={bid.seats.map(({ id, coop }) => ({ id, name: coop?.name ?? 'Open seat' }))}
        />
      </Section>
      <Warnings bid={bid} />
      {isAdding && <SeatDialog bid={bid} seat={null} onClose={() => setAdding(false)} />}
    </>
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
