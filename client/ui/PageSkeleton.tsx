import { Skeleton } from '@mantine/core';
import { ListSkeleton } from './ListSkeleton.tsx';

/** Stands for a page that is still coming. */
export function PageSkeleton() {
  return (
    <div style={{ maxWidth: '64rem', marginInline: 'auto', padding: '2.5rem 1rem' }}>
      <p className="visuallyHidden">Loading …</p>
      <Skeleton height={40} width="min(26rem, 80%)" mb="xl" />
      <ListSkeleton rows={3} />
    </div>
  );
}
