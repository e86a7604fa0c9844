import type { TenderContent } from '../tender/schema.ts';

/** Whether a co-op covers every must of a tender by itself. */
export function coversAllMusts(
  { missing }: { missing: readonly string[] },
  { requirements }: Pick<TenderContent, 'requirements'>,
): boolean {
  return requirements.every(({ id, priority }) => priority !== 'must' || !missing.includes(id));
}
