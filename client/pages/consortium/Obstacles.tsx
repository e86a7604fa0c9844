import { Alert, List } from '@mantine/core';
import type { SuggestionsView } from '@cobid/domain/opportunity/schema.ts';

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
    </Alert>
  );
}
