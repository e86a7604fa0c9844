import type { SessionView } from '@cobid/domain/person/schema.ts';
import type { SessionRecord } from '@cobid/platform/mongo/models/session.ts';

/** A session as its person sees it; never its token. */
export function sessionViewOf(session: SessionRecord, currentId: string | undefined): SessionView {
  return {
    id: session.id,
    isCurrent: session.id === currentId,
    createdAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    device: session.device,
  };
}
