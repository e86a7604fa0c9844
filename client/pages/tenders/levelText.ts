const texts: Record<number, string> = {
  1: 'can help',
  2: 'works with guidance',
  3: 'works alone',
  4: 'leads others',
  5: 'teaches others',
};

/** What a skill level from 1 to 5 means. */
export function levelText(level: number): string {
  return texts[level] ?? '';
}

export const levelOptions = [1, 2, 3, 4, 5].map((level) => ({
  value: String(level),
  label: `${level} · ${levelText(level)}`,
}));
