import { Button, CopyButton } from '@mantine/core';
import type { ThinTenderView } from '@cobid/domain/network/reports.ts';
import type { WorthAskingView } from '@cobid/domain/opportunity/worthAsking.ts';
import { paths } from '@cobid/domain/paths.ts';
import { WorthAskingList, worksText } from '../opportunities/WorthAskingList.tsx';
import classes from './ThinTendersPage.module.css';

/** Who did work such as a thin tender needs, need by need, with a note that can be sent to them. */
export function WorthAsking({ item: { tender, thin } }: { item: ThinTenderView }) {
  const isLookedThrough = thin.every(({ worthAsking }) => worthAsking !== null);
  const found = thin.filter(({ worthAsking }) => worthAsking !== null && worthAsking.length > 0);
  return (
    <section className={classes.asking} aria-label={`Worth asking: ${tender.title}`}>
      <h3 className={classes.small}>Worth asking</h3>
      {found.length === 0 ? (
        <p className={classes.when}>
          {isLookedThrough
            ? 'No other co-op tells of a past project that is like this.'
            : 'Past projects are being looked through. Come back in a few minutes.'}
        </p>
      ) : (
        <>
          <p className={classes.when}>
            Their profiles do not list the skill, or not all that is asked for with it, but they did work like
            it. That is a hint from past projects, not a fit: ask before you count on them.
          </p>
          {found.map(({ requirementId, label, worthAsking }) => (
            <div key={requirementId} className={classes.asked}>
              <p>
                <strong>{label}</strong>
              </p>
              <WorthAskingList
                coops={worthAsking ?? []}
                label={`${label}, ${tender.title}`}
                actionFor={(each) => <CopyNote asked={each} label={label} tender={tender} />}
              />
            </div>
          ))}
        </>
      )}
    </section>
  );
}

interface CopyNoteProps {
  asked: WorthAskingView;
  label: string;
  tender: ThinTenderView['tender'];
}

function CopyNote({ asked, label, tender }: CopyNoteProps) {
  const note = [
    `Hello ${asked.coop.name},`,
    `You did ${worksText(asked)}. The tender “${tender.title}” needs ${label}, which your profile does not list, or not all that is asked for with it.`,
    `If you do such work, add it to your profile, and the tender will find you: ${location.origin}${paths.profile()}`,
    `The tender: ${location.origin}${paths.tender(tender.id)}`,
  ].join('\n\n');
  return (
    <CopyButton value={note}>
      {({ copy, copied }) => (
        <Button
          size="compact-xs"
          variant="default"
          onClick={copy}
          aria-label={`${copied ? 'Copied' : 'Copy a note'} to ${asked.coop.name} about ${label}`}
        >
          {copied ? 'Copied' : 'Copy a note'}
        </Button>
      )}
    </CopyButton>
  );
}
