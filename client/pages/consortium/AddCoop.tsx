import { Button, Select } from '@mantine/core';
import type { Askable, PlanOptionView } from '@cobid/domain/opportunity/schema.ts';
import { daysText } from '../bids/bidText.ts';
import { percent } from '../opportunities/opportunityText.ts';
import classes from './ConsortiumPage.module.css';

interface AddCoopProps {
  others: readonly Askable[];
  /** Those that would close a hole, best first. */
  additions: readonly PlanOptionView[];
  memberIds: readonly string[];
  labelOf: (requirementId: string) => string;
  onAdd: (coopId: string) => void;
}

/** Adds a co-op: one that closes a hole by a single click, any other from the list. */
export function AddCoop({ others, additions, memberIds, labelOf, onAdd }: AddCoopProps) {
  const askable = others.filter(({ coop }) => !memberIds.includes(coop.id));
  return (
    <>
      {additions.length > 0 && (
        <div className={classes.additions} role="group" aria-label="Co-ops that would close what is open">
          {additions.map(({ coop, missingDays }) => (
            <Button key={coop.id} size="xs" variant="light" onClick={() => onAdd(coop.id)}>
              Add {coop.name} ({missingDays === 0 ? 'closes it' : `leaves ${daysText(missingDays)}`})
            </Button>
          ))}
        </div>
      )}
      <Select
        mt="md"
        label="Add another co-op"
        description="Those that fit the tender, the best first, with what they cover."
        placeholder={askable.length === 0 ? 'No other co-op fits' : 'Choose one'}
        disabled={askable.length === 0}
        searchable
        value={null}
        onChange={(id) => id !== null && onAdd(id)}
        nothingFoundMessage="No co-op by that name"
        data={askable.map(({ coop, fit, covers }) => ({
          value: coop.id,
          label: `${coop.name}, ${percent(fit)}: ${covers.map(labelOf).join(', ')}`,
        }))}
      />
    </>
  );
}
