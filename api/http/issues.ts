import type { Problem } from '@cobid/domain/problem.ts';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/** All of zod's issues as pointers and sentences; a union says what its nearest member misses. */
export function issuesOf(issues: readonly Issue[], under: readonly PropertyKey[] = []): Problem[] {
  return withoutConsequences(issues).flatMap((issue) => {
    const path = [...under, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: toPointer([...path, key]),
        message: 'is not known here. Remove it or check its spelling.',
      }));
    }
    if (issue.code === 'invalid_union') {
      const nearest = nearestMember(issue.errors);
      if (nearest.length > 0) return issuesOf(nearest, path);
    }
    if ((issue.code === 'invalid_key' || issue.code === 'invalid_element') && issue.issues.length > 0) {
      return issuesOf(issue.issues, path);
    }
    return [{ pointer: toPointer(path), message: issue.message }];
  });
}

/** What is of the wrong type is not also told that it is too long. */
function withoutConsequences(issues: readonly Issue[]): Issue[] {
  const pointer = (issue: Issue) => toPointer(issue.path);
  const mistyped = new Set(issues.filter((issue) => issue.code === 'invalid_type').map(pointer));
  return issues.filter((issue) => issue.code === 'invalid_type' || !mistyped.has(pointer(issue)));
}

/** JSON pointer (RFC 6901) of a path. */
function toPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function nearestMember(members: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map((issue) => issue.path.length));
  return members.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
}

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'empty (null)',
  date: 'a date',
};

const typeName = (name: string) => TYPES[name] ?? name;

/** Plain words for what zod would say in its own; a schema's own message goes first. */
export function plainMessage(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing.';
      return `has to be ${typeName(issue.expected)}.`;
    case 'too_big':
      return tooMuch(issue.origin, issue.maximum, 'at most');
    case 'too_small':
      return tooMuch(issue.origin, issue.minimum, 'at least');
    case 'invalid_value':
      return `has to be one of: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_format':
      return `is not in the form that is expected here (${issue.format}).`;
    case 'not_multiple_of':
      return `has to be a multiple of ${issue.divisor}.`;
    case 'invalid_union':
      return 'is not one of the forms that are expected here.';
    default:
      return undefined;
  }
}

function tooMuch(origin: string, bound: number | bigint, word: string): string {
  if (origin === 'string')
    return `may have ${word} ${bound} characters.`.replace('may have at least', 'needs at least');
  if (origin === 'array' || origin === 'set')
    return `may have ${word} ${bound} entries.`.replace('may have at least', 'needs at least');
  return `has to be ${word} ${bound}.`;
}
