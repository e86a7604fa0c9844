import type { Problem } from '@cobid/domain/problem.ts';

/** A JSON pointer (RFC 6901) as the dotted path that react-hook-form names fields by: /shares/0/shareMinor → shares.0.shareMinor. */
export function pointerToPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

/** The message for a field, or for anything inside it; null where there is none. */
export function messageAt(problems: readonly Problem[], pointer: string): string | null {
  return problems.find((problem) => problem.pointer === pointer)?.message ?? null;
}

/** The problems at a pointer and below it, with pointers that begin there. */
export function problemsUnder(problems: readonly Problem[], pointer: string): Problem[] {
  return problems.flatMap((problem) =>
    problem.pointer === pointer || problem.pointer.startsWith(`${pointer}/`)
      ? [{ ...problem, pointer: problem.pointer.slice(pointer.length) }]
      : [],
  );
}
