import { Checkbox, NumberInput } from '@mantine/core';
import type { SeatPart } from '@cobid/domain/bid/schema.ts';
import classes from './PartsInput.module.css';

interface PartsInputProps {
  requirements: readonly { requirementId: string; label: string; openDays: number }[];
  value: readonly SeatPart[];
  onChange: (parts: SeatPart[]) => void;
  error?: string | null;
}

/** Which requirements a seat takes on, and how many days of each. */
export function PartsInput({ requirements, value, onChange, error }: PartsInputProps) {
  const daysOf = new Map(value.map(({ requirementId, days }) => [requirementId, days]));
  const set = (requirementId: string, days: number | null) => {
    const rest = value.filter((part) => part.requirementId !== requirementId);
    onChange(days === null ? rest : [...rest, { requirementId, days }]);
  };
  return (
    <fieldset className={classes.parts}>
      <legend>What this seat does</legend>
      {requirements.map(({ requirementId, label, openDays }) => {
        const days = daysOf.get(requirementId);
        return (
          <div key={requirementId} className={classes.part}>
            <Checkbox
              label={label}
              description={
                openDays > 0 ? `${openDays} days not taken on by another seat` : 'all days are taken on'
              }
              checked={days !== undefined}
              onChange={(event) =>
                set(requirementId, event.currentTarget.checked ? Math.max(openDays, 0.5) : null)
              }
            />
            {days !== undefined && (
              <NumberInput
                aria-label={`Days of ${label}`}
                suffix=" days"
                value={days}
                min={0.5}
                max={2000}
                step={0.5}
                w={130}
                onChange={(next) => set(requirementId, typeof next === 'number' ? next : 0.5)}
              />
            )}
          </div>
        );
      })}
      {typeof error === 'string' && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
