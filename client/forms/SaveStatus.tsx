import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCloudUpload } from '@tabler/icons-react';
import type { AutosaveState } from './autosave.ts';
import classes from './SaveStatus.module.css';

interface SaveStatusProps {
  state: AutosaveState;
  onRetry: () => void;
  /** Where the draft lives, said when it is saved: "Saved", "Saved in this browser". */
  savedText?: string;
  /** How many things stay unsaved because they can't be saved as they stand; each says so at its field. */
  unsaved?: number;
}

/** Says quietly whether one's changes are safe; loudly when they are not, and what to do then. */
export function SaveStatus({ state, onRetry, savedText = 'Saved', unsaved = 0 }: SaveStatusProps) {
  return (
    <div className={classes.status} role="status" data-status={state.status}>
      {state.status === 'saved' && unsaved > 0 && (
        <>
          <IconAlertTriangle size={18} aria-hidden />
          {unsaved === 1 ? 'One field is' : `${unsaved} fields are`} not saved yet: see below
        </>
      )}
      {state.status === 'saved' && unsaved === 0 && (
        <>
          <IconCheck size={18} aria-hidden /> {savedText}
        </>
      )}
      {(state.status === 'waiting' || state.status === 'saving') && (
        <>
          <IconCloudUpload size={18} aria-hidden /> Saving …
        </>
      )}
      {state.status === 'failed' && (
        <>
          <IconAlertTriangle size={18} aria-hidden />
          <span>Not saved. {state.problem?.issues[0]?.message ?? state.problem?.sentence}</span>
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            Try again
          </Button>
        </>
      )}
      {state.status === 'stale' && (
        <>
          <IconAlertTriangle size={18} aria-hidden />
          <span>Somebody else changed this while you were writing, so your last change was not saved.</span>
          <Button size="compact-sm" variant="default" onClick={() => globalThis.location.reload()}>
            Show theirs
          </Button>
        </>
      )}
    </div>
  );
}
