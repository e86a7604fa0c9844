/** A free id for a part of a document: the number after the highest one, as text. */
export function newPartId(parts: readonly { id: string }[]): string {
  const numbers = parts.map((part) => Number.parseInt(part.id.replace(/\D/g, ''), 10) || 0);
  return `p${Math.max(0, ...numbers) + 1}`;
}
