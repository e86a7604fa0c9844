import { Table } from '@mantine/core';
import type { FrozenView } from '@cobid/domain/bid/schema.ts';
import { formatMoney } from '@cobid/domain/formatMoney.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { WideTable } from '../../ui/WideTable.tsx';
import { daysText, disputePathText, joiningReasonText, liabilityText } from './bidText.ts';
import classes from './FrozenOffer.module.css';

interface FrozenOfferProps {
  offer: FrozenView;
  /** Names of the requirements by id. */
  labelOf: ReadonlyMap<string, string>;
}

/** A frozen revision in full: exactly what is signed, and after the deadline what the client reads. */
export function FrozenOffer({ offer, labelOf }: FrozenOfferProps) {
  return (
    <div className={classes.offer}>
      <Facts
        facts={[
          ['Total price', formatMoney(offer.totalMinor, offer.currency)],
          ['Lead', offer.lead.name],
          ['Liability', liabilityText[offer.liability] ?? offer.liability],
          [
            'If the members disagree',
            [disputePathText[offer.disputePath.kind], offer.disputePath.who].filter(Boolean).join(': '),
          ],
          [
            'Why they bid together',
            offer.joiningReasons.map((reason) => joiningReasonText[reason]).join('; '),
          ],
        ]}
      />
      <WideTable label="Who does what for how much" minWidth={420}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Co-op</Table.Th>
            <Table.Th scope="col">Does</Table.Th>
            <Table.Th scope="col">Share</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {offer.seats.map((seat) => (
            <Table.Tr key={seat.id}>
              <Table.Th scope="row">{seat.coop.name}</Table.Th>
              <Table.Td>
                {seat.parts
                  .map(
                    ({ requirementId, days }) =>
                      `${labelOf.get(requirementId) ?? requirementId}, ${daysText(days)}`,
                  )
                  .join('; ')}
                {seat.contribution !== '' && <p className={classes.contribution}>{seat.contribution}</p>}
              </Table.Td>
              <Table.Td>
                {seat.shareMinor === null ? 'not shown to you' : formatMoney(seat.shareMinor, offer.currency)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      {offer.sections
        .filter(({ text }) => text.trim() !== '')
        .map(({ key, title, text }) => (
          <div key={key}>
            <h4 className={classes.heading}>{title}</h4>
            <Markdown text={text} />
          </div>
        ))}
      <div>
        <h4 className={classes.heading}>Signed by</h4>
        {offer.signatures.length === 0 ? (
          <p className={classes.contribution}>nobody yet</p>
        ) : (
          <ul>
            {offer.signatures.map(({ coop, personName, at }) => (
              <li key={coop.id}>
                {coop.name}, by {personName}, <Moment at={at} />
              </li>
            ))}
          </ul>
        )}
        <p className={classes.hash}>
          Revision {offer.number}, SHA-256 <code>{offer.hash}</code>
        </p>
      </div>
    </div>
  );
}
