/** A supplier of the file is known by its name. */
export function nameOf(supplier: string): string {
  return supplier;
}
