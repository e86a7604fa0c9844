import { paths } from '@cobid/domain/paths.ts';
import { useNavigate } from 'react-router';
import { forgetLocalDraft } from '../../api/localDraft.ts';
import type { SignedIn } from '../../api/me.ts';

/** Where a person goes on having signed in: to say their name, to the tender they began as a visitor, or where they wanted. */
export function useArrival(): (reply: SignedIn) => void {
  const navigate = useNavigate();
  return (reply) => {
    if (reply.tenderId !== null) forgetLocalDraft();
    const next = reply.tenderId === null ? reply.next : paths.editTender(reply.tenderId);
    const isNameless = reply.me.person?.name === '';
    void navigate(isNameless ? `/welcome?next=${encodeURIComponent(next)}` : next, { replace: true });
  };
}
