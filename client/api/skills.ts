import { useMutation } from '@tanstack/react-query';
import { http } from './http.ts';

/** Offers the network a skill that the vocabulary lacks. */
export function useProposeSkill() {
  return useMutation({
    mutationFn: (input: { label: string; note: string }) => http.post('/skill-proposals', input),
  });
}
