import { Button, Group, Text } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';

/** Earlier and later pages of a list, as links; the page is in the address. Nothing where all fits on one. */
export function Pages({ page, pageSize, total }: { page: number; pageSize: number; total: number }) {
  const [search] = useSearchParams();
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1) return null;
  const to = (target: number) => {
    const next = new URLSearchParams(search);
    next.set('page', String(target));
    return `?${next}`;
  };
  return (
    <Group component="nav" aria-label="Pages" justify="space-between" mt="xl">
      {page > 1 ? (
        <Button component={Link} to={to(page - 1)} variant="default" rel="prev">
          Previous page
        </Button>
      ) : (
        <span />
      )}
      <Text size="sm" c="dimmed">
        Page {page} of {last}
      </Text>
      {page < last ? (
        <Button component={Link} to={to(page + 1)} variant="default" rel="next">
          Next page
        </Button>
      ) : (
        <span />
      )}
    </Group>
  );
}
