import { skills } from './skills.ts';
import { keyOf, singular, type Word, wordsOf } from './words.ts';

/** A term found in running text, and where it starts. */
export interface SkillInText {
  slug: string;
  at: number;
}

/** A name as running text has it. */
interface Name {
  slug: string;
  words: readonly string[];
  /** How it is usually written, such as "iOS" or "Rust". */
  written: string;
}

/** Names that are ordinary words as well: they count only when capitalised inside a sentence. */
const ORDINARY = new Set([
  'agile',
  'bash',
  'canvas',
  'dart',
  'flask',
  'ghost',
  'go',
  'java',
  'leaflet',
  'julia',
  'lean',
  'odoo',
  'phoenix',
  'rails',
  'react',
  'redux',
  'ruby',
  'rust',
  'scala',
  'spring',
  'swift',
  'vue',
]);

/** Roots of the areas and other names too wide to say anything when they merely occur ("design", "reports"). */
const TOO_WIDE = new Set([
  'agile',
  'broadcast',
  'charts',
  'coding',
  'communication',
  'communications',
  'conseil',
  'consultancy',
  'consulting',
  'content',
  'design',
  'drawings',
  'filming',
  'hardware',
  'innovation',
  'interviews',
  'lean',
  'maps',
  'media',
  'messaging',
  'naming',
  'networks',
  'outreach',
  'quality',
  'reporting',
  'reports',
  'security',
  'strategy',
  'supervision',
  'tester',
  'trainer',
  'training',
  'vue',
  'website',
  'workshop',
  'workshops',
]);

function spellingsOf(key: string): string[][] {
  const words = key.split(' ').map(singular);
  const joined = words.join('');
  return words.length > 1 && joined.length > 4 ? [words, [joined]] : [words];
}

function namesByFirstWord(): Map<string, Name[]> {
  const found = new Map<string, Name[]>();
  for (const skill of skills) {
    for (const written of [skill.label, ...skill.aliases]) {
      const key = keyOf(written);
      if (/^.$/u.test(key) || (TOO_WIDE.has(key) && !ORDINARY.has(key))) continue;
      for (const words of spellingsOf(key)) {
        const first = words[0] ?? '';
        found.set(first, [...(found.get(first) ?? []), { slug: skill.slug, words, written }]);
      }
    }
  }
  for (const names of found.values()) names.sort((a, b) => b.words.length - a.words.length);
  return found;
}

const byFirstWord = namesByFirstWord();

function startsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:\n•*-])\s*$/u.test(text.slice(Math.max(0, at - 4), at));
}

/** Short and ordinary names need their own capitals: "JS" and "iOS", "Rust" inside a sentence. */
function isMeant(name: Name, found: Word, text: string): boolean {
  const only = name.words[0] ?? '';
  if (name.words.length > 1) return true;
  if (ORDINARY.has(only)) return /^\p{Lu}/u.test(found.written) && !startsSentence(text, found.at);
  if (only.length > 3) return true;
  const hasCapitals = name.written !== name.written.toLowerCase();
  return (hasCapitals && found.written === name.written) || found.written === found.written.toUpperCase();
}

/** The vocabulary's terms and aliases that occur in running text, longest name first at each place, in text order. */
export function skillsInText(text: string): SkillInText[] {
  const words = wordsOf(text).map((found) => ({ ...found, word: singular(found.word) }));
  const found: SkillInText[] = [];
  let position = 0;
  while (position < words.length) {
    const here = words[position];
    if (here === undefined) break;
    const name = byFirstWord
      .get(here.word)
      ?.find(
        (candidate) =>
          candidate.words.every((wanted, step) => words[position + step]?.word === wanted) &&
          isMeant(candidate, here, text),
      );
    if (name !== undefined) found.push({ slug: name.slug, at: here.at });
    position += name?.words.length ?? 1;
  }
  return found;
}
