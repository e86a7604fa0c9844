import type { ReplayView } from '@cobid/domain/network/reports.ts';
import { Table } from '@mantine/core';
import { Link } from 'react-router';
import { WideTable } from '../../ui/WideTable.tsx';
import { percent } from '../opportunities/opportunityText.ts';
import classes from './Report.module.css';

interface ReplayCurveProps {
  curve: ReplayView['curve'];
  lambda: number;
  current: number;
}

/** A measure from 0 to 1 as a bar and a number. */
function Measure({ value, text }: { value: number; text: string }) {
  return (
    <span className={classes.share}>
      <span className={classes.measureTrack} aria-hidden>
        <span className={classes.shareFill} style={{ width: `${value * 100}%` }} />
      </span>
      <span className={classes.number}>{text}</span>
    </span>
  );
}

/** λ by λ: how good the first places are, how uneven attention is, and who is never shown. */
export function ReplayCurve({ curve, lambda, current }: ReplayCurveProps) {
  return (
    <WideTable label="Quality and evenness by λ" minWidth={640}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">λ</Table.Th>
          <Table.Th scope="col">Quality of the first ten</Table.Th>
          <Table.Th scope="col">Unevenness of attention for fit</Table.Th>
          <Table.Th scope="col">Never shown</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {curve.map((played) => (
          <Table.Tr key={played.lambda} className={played.lambda === lambda ? classes.rowNow : undefined}>
            <Table.Th scope="row">
              <Link to={`?lambda=${played.lambda}`}>
                {played.lambda}
                <span className="visuallyHidden">: play it</span>
              </Link>
              {played.lambda === current && ' (now)'}
            </Table.Th>
            <Table.Td>
              <Measure value={played.ndcg} text={played.ndcg.toFixed(3)} />
            </Table.Td>
            <Table.Td>
              <Measure value={played.giniServed} text={played.giniServed.toFixed(3)} />
            </Table.Td>
            <Table.Td>{percent(played.neverShown)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
