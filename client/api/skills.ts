import { useMutation } from '@tanstack/react-query';
import { http } from './http.ts';

/** Offers the network a skill that the vocabulary lacks; from then on it may be used by its slug. */
export function useProposeSkill() {
  return useMutation({
    mutationFn: (input: { label: string; note: string }) =>
      http.post<{ label: string; slug: string }>('/skill-proposals', input),
  });
}
