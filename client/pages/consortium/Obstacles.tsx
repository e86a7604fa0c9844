import { Alert, List } from '@mantine/core';
import type { SuggestionsView } from '@cobid/domain/opportunity/schema.ts';
import { WorthAskingList } from '../opportunities/WorthAskingList.tsx';

/** What stands in the way of any consortium, and what would change it; nothing where one is possible. */
export function Obstacles({ found }: { found: SuggestionsView }) {
  if (found.obstacles.length === 0) return null;
  return (
    <Alert color="clay" variant="light" title="What stands in the way" mb="md">
      <List size="sm">
        {found.obstacles.map(({ requirementId, sentence }) => (
          <List.Item key={requirementId}>{sentence}</List.Item>
        ))}
      </List>
      {found.changes.length > 0 && (
        <>
          <p style={{ margin: '0.9rem 0 0.3rem' }}>
            <strong>What would make it possible</strong>
          </p>
          <List size="sm">
            {found.changes.map(({ sentence, isCheapest }, index) => (
              <List.Item key={sentence}>
                {sentence}
                {index === 0 && isCheapest && ' That is the least that would have to change.'}
              </List.Item>
            ))}
          </List>
        </>
      )}
      {found.worthAsking.length > 0 && (
        <>
          <p style={{ margin: '0.9rem 0 0.3rem' }}>
            <strong>Worth asking</strong>
          </p>
          <p style={{ margin: '0 0 0.5rem', fontSize: '0.95rem' }}>
            Their profiles do not list the skill, or not all that is asked for with it, but they did work like
            it: a hint from past projects, not a fit.
          </p>
          {found.worthAsking.map(({ requirementId, label, coops }) => (
            <div key={requirementId}>
              <p style={{ margin: '0.6rem 0 0.3rem' }}>{label}</p>
              <WorthAskingList coops={coops} label={label} />
            </div>
          ))}
        </>
      )}
    </Alert>
  );
}
