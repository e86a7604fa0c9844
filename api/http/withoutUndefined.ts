type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only the members that were sent: an absent one stays as it is. */
export function withoutUndefined<T extends object>(given: T): Given<T> {
  const kept: Given<T> = { ...given };
  for (const key in kept) if (kept[key] === undefined) delete kept[key];
  return kept;
}
