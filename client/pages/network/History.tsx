import type { NetworkSettingsView } from '@cobid/domain/network/schema.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Section } from '../../ui/Section.tsx';
import classes from './RulesPage.module.css';

/** What was changed in the network, by whom and why, the latest first. */
export function History({ events }: { events: NetworkSettingsView['history'] }) {
  return (
    <Section title="What was changed">
      {events.length === 0 ? (
        <EmptyState title="Nothing was changed yet">
          The network still has the rules that it began with.
        </EmptyState>
      ) : (
        <ol className={classes.events}>
          {events.map(({ id, at, by, sentence, note }) => (
            <li key={id} className={classes.event}>
              <p>{sentence}</p>
              {note !== '' && <p>“{note}”</p>}
              <p className={classes.who}>
                {by}, <Moment at={at} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
