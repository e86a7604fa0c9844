const GREETING =
  /^(?:hi|hello|dear|hey|good (?:morning|afternoon|evening)|hola|buenas|buenos días|buenas tardes|estimad[oa]s?|bonjour|bonsoir|salut|chers?|chères?)\b[^.!?\n,]{0,40}[,.!]?\s*(?:\n|$)/iu;

const GOODBYE =
  /^(?:(?:many |with |kind |best |warm |all the )*(?:regards|wishes|best|thanks|cheers)|thank you|yours|un saludo|saludos|(?:un )?abrazo|gracias|cordialement|bien (?:à vous|cordialement)|merci|amicalement|à bientôt|in solidarity|en solidaridad|solidairement)\b[^.!?\n]{0,30}[,.!]?$/iu;

/** A reply in one line, without the greeting at its top and the goodbye, with the name, at its bottom. */
export function sentences(words: string): string {
  const lines = words
    .replace(GREETING, '')
    .split('\n')
    .map((line) => line.trim());
  // Only what comes after something was said can be a goodbye: "Thanks" alone is all that was said.
  const end = lines.findIndex(
    (line, index) => index > 0 && lines.slice(0, index).some(Boolean) && GOODBYE.test(line),
  );
  return lines
    .slice(0, end === -1 ? lines.length : end)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
