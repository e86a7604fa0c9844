import type { Requirement } from '../../tender/schema.ts';
import { attribute } from './coopNumbers.ts';
import type { Terms } from './coopNumbers.ts';

/** Of requirements that a co-op's skills are strong enough for, as bits, those that it may be relied on for. */
export type Conditions = (strong: number, data: Uint32Array, start: number) => number;

/** What single requirements ask for besides a skill: a live certificate, a language. */
export function conditionsOf(
  requirements: readonly Requirement[],
  { attributes }: Pick<Terms, 'attributes'>,
  today: number,
): Conditions {
  const asked = requirements.flatMap(({ certificate, language }, at) => {
    const bit = 1 << at;
    return [
      ...(certificate === null
        ? []
        : [{ bit, number: numberOf(attribute.certificate(certificate)), has: holds }]),
      ...(language === null ? [] : [{ bit, number: numberOf(attribute.language(language)), has: speaks }]),
    ];
  });

  function numberOf(text: string): number {
    return attributes.known(text) ?? -1;
  }

  function holds(data: Uint32Array, start: number, certificate: number): boolean {
    const monthsAt = afterAttributes(data, start);
    const first = monthsAt + 1 + 2 * (data[monthsAt] ?? 0);
    const end = first + 1 + 2 * (data[first] ?? 0);
    for (let at = first + 1; at < end; at += 2) {
      if (data[at] === certificate && (data[at + 1] ?? 0) >= today) return true;
    }
    return false;
  }

  return (strong, data, start) => {
    let covered = strong;
    for (const { bit, number, has } of asked) {
      if ((covered & bit) !== 0 && !has(data, start, number)) covered &= ~bit;
    }
    return covered;
  };
}

/** A co-op's attributes come after its flags and the end of its pause (see `coopNumbers`). */
function afterAttributes(data: Uint32Array, start: number): number {
  return start + 3 + (data[start + 2] ?? 0);
}

function speaks(data: Uint32Array, start: number, language: number): boolean {
  const end = afterAttributes(data, start);
  for (let at = start + 3; at < end; at += 1) if (data[at] === language) return true;
  return false;
}
