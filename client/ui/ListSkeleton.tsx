import { Skeleton, Stack } from '@mantine/core';

/** Stands for a list whose rows are still coming. */
export function ListSkeleton({ rows = 4, height = 120 }: { rows?: number; height?: number }) {
  return (
    <Stack gap="md" aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} radius="lg" />
      ))}
    </Stack>
  );
}
