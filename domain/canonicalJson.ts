const LONE_SURROGATE = /\p{Cs}/u;

/**
 * The one spelling of a JSON value that everybody hashes: keys sorted by UTF-16 code units, no spaces, numbers as
 * ECMAScript prints them (RFC 8785). Keys whose value is undefined are left out; anything else that JSON cannot
 * hold throws a TypeError, because two parties would read it differently.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return LONE_SURROGATE.test(value) ? refuse(value) : JSON.stringify(value);
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : refuse(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return refuse(value);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function refuse(value: unknown): never {
  throw new TypeError(`has no canonical JSON: ${Object.prototype.toString.call(value)}`);
}
