import { Button } from '@mantine/core';
import { byTerm, termKeys } from '@cobid/domain/matching/byTerm.ts';
import type { MatchTerm } from '@cobid/domain/opportunity/schema.ts';
import type { NetworkView } from '@cobid/domain/network/schema.ts';
import { NumberField } from '../../forms/NumberField.tsx';
import { Section } from '../../ui/Section.tsx';
import { termText } from '../opportunities/opportunityText.ts';
import { termDetail } from './ruleText.ts';
import classes from './RulesPage.module.css';
import { leftToGive, tenths } from './rulesDraft.ts';
import type { Tenths } from './rulesDraft.ts';

interface WeightsFieldsProps {
  network: Pick<NetworkView, 'bounds' | 'defaults'>;
  weights: Tenths;
  onChange: (weights: Tenths) => void;
}

const percentOf = (amount: number) => `${amount / 10} %`;

/** What together is too much or too little, said so that it can be set right. */
function sumText(weights: Tenths): string {
  const left = leftToGive(weights);
  if (left === 0) return 'Together 100 %.';
  return left > 0
    ? `Together ${percentOf(1000 - left)}: ${percentOf(left)} still to give.`
    : `Together ${percentOf(1000 - left)}: ${percentOf(-left)} too much.`;
}

/** The weights of the fit's terms in percent, each with what it says of a co-op and within its bounds. */
export function WeightsFields({ network, weights, onChange }: WeightsFieldsProps) {
  const { bounds, defaults } = network;
  const row = (key: MatchTerm['key']) => {
    const least = tenths(bounds[key].least);
    const most = tenths(bounds[key].most);
    return (
      <li key={key} className={classes.weight}>
        <div className={classes.words}>
          <span className={classes.name}>{termText[key]}</span>
          <span className={classes.detail}>{termDetail[key]}</span>
        </div>
        <NumberField
          label={`${termText[key]}, percent of the fit`}
          hidesLabel
          value={weights[key] / 10}
          onChange={(percent) => onChange({ ...weights, [key]: Math.round(percent * 10) })}
          min={least / 10}
          max={most / 10}
          step={0.1}
          suffix=" %"
        />
        <span className={classes.bar} aria-hidden>
          <span
            className={classes.range}
            style={{ insetInlineStart: `${least / 10}%`, width: `${(most - least) / 10}%` }}
          />
          <span className={classes.fill} style={{ width: `${weights[key] / 10}%` }} />
        </span>
        <span className={classes.bounds}>
          {percentOf(least)} to {percentOf(most)}
        </span>
      </li>
    );
  };
  return (
    <Section
      title="What the fit is made of"
      lead="A co-op’s fit to a tender is a sum; this is how much each part may add. What a co-op is never counts: not its type, size or age, nor whether it has paid its fee."
      actions={
        <Button
          variant="default"
          size="xs"
          onClick={() => onChange(byTerm((key) => tenths(defaults.weights[key])))}
        >
          The published weights
        </Button>
      }
      isCard
    >
      <ul className={classes.weights}>{termKeys.map(row)}</ul>
      <p className={classes.sum} role="status">
        {sumText(weights)}
      </p>
    </Section>
  );
}
