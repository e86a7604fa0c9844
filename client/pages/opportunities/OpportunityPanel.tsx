/** What a tender means for the co-op that the reader acts for: match, answer, consortium. */
export function OpportunityPanel({ tenderId }: { tenderId: string }) {
  return <div data-tender={tenderId} />;
}
