import { fold } from '../text.ts';

/** Words are cut to this length: a stem that works about equally in every European language. */
const STEM = 6;
const SHORTEST = 4;

const everyday = new Set(
  'about after also been being between could does each from have into just like make more most need needs only other over should some such than that their them then there these they this those through under used using very want wants were what when where which while will with would work your'
    .split(' ')
    .map((word) => word.slice(0, STEM)),
);

/** What every tender says of itself, in English, Spanish and French: it tells nothing of the work. */
const ofTenders = new Set(
  [
    'appointed appointment contract contractor delivery engagement extend extension including invitation month months option period',
    'project proposal proposed provide provided provision public related required service supply tender various works year years',
    'contrato contratación convocatoria licitación meses prestación proyecto servicio suministro',
    'appel contrat fourniture marché marchés mois offre prestation projet publics',
  ].flatMap((line) =>
    fold(line)
      .split(' ')
      .map((word) => word.slice(0, STEM)),
  ),
);

/** The words of a text that can carry meaning, folded and stemmed. */
export function meaningfulWords(text: string): Set<string> {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const stems = words.filter((word) => word.length >= SHORTEST).map((word) => word.slice(0, STEM));
  return new Set(stems.filter((stem) => !everyday.has(stem) && !ofTenders.has(stem)));
}

/**
 * A text without the words that carry no meaning, folded, in its order. Short words count where they are written in
 * capitals: GIS and SEO mean something, the and of do not.
 */
export function tellingText(text: string): string {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter(tells).map(fold).join(' ');
}

function tells(word: string): boolean {
  const folded = fold(word);
  if (folded.length < SHORTEST) return word.length > 1 && word === word.toUpperCase() && folded !== word;
  const stem = folded.slice(0, STEM);
  return !everyday.has(stem) && !ofTenders.has(stem);
}
