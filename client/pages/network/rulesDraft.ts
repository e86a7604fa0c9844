import { byTerm, termKeys } from '@cobid/domain/matching/byTerm.ts';
import type { MatchTerm } from '@cobid/domain/opportunity/schema.ts';
import type { NetworkChange, NetworkSettingsView } from '@cobid/domain/network/schema.ts';

/** Weights in tenths of a percent: whole numbers sum exactly. */
export type Tenths = Record<MatchTerm['key'], number>;

export function tenths(share: number): number {
  return Math.round(share * 1000);
}

/** Tenths of a percent that are still to give; negative where it is too much. */
export function leftToGive(weights: Tenths): number {
  return 1000 - termKeys.reduce((total, key) => total + weights[key], 0);
}

/** The rules as they are being changed. */
export interface RulesDraft {
  name: string;
  lambda: number;
  weights: Tenths;
  note: string;
}

export function draftOf({ name, lambda, weights }: NetworkSettingsView): RulesDraft {
  return { name, lambda, weights: byTerm((key) => tenths(weights[key])), note: '' };
}

/** What of a draft differs from what is stored; weights that nobody touched stay as exact as they are. */
export function changeOf(draft: RulesDraft, stored: NetworkSettingsView): Omit<NetworkChange, 'version'> {
  const before = draftOf(stored);
  const name = draft.name.trim();
  const isWeighedAnew = termKeys.some((key) => draft.weights[key] !== before.weights[key]);
  return {
    ...(name === stored.name ? {} : { name }),
    ...(draft.lambda === stored.lambda ? {} : { lambda: draft.lambda }),
    ...(isWeighedAnew ? { weights: byTerm((key) => draft.weights[key] / 1000) } : {}),
  };
}
