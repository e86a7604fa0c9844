import type { noReasons } from '../opportunity/schema.ts';
import { dayInWords } from './dayInWords.ts';
import { sentences } from './sentences.ts';

/** What a reply to an opportunity or an offer says. */
export type Understood =
  /** `seeksPartners`: the others may know that the co-op looks for partners. */
  | { kind: 'yes'; seeksPartners: boolean }
  | { kind: 'yes_if'; condition: string }
  /** `until` is a day such as 2027-03-01; null where none was named. */
  | { kind: 'not_now'; until: string | null }
  /** The name as it was written. */
  | { kind: 'pass_to'; name: string }
  | { kind: 'no'; reason: (typeof noReasons)[number]; note: string }
  /** `isFromAll`: from everything that one can be without, and not from such mails alone. */
  | { kind: 'unsubscribe'; isFromAll: boolean }
  | { kind: 'unclear' };

/** As much as a line of an answer holds (domain/opportunity/schema.ts). */
const MOST = 500;

const UNSUBSCRIBE =
  /^(?:please )?(?:unsubscribe(?: me)?|stop(?: (?:these|this|sending|the)(?: \p{L}+)?)?|remove me|(?:darme|dame|dar) de baja|baja|cancelar(?: la)? suscripción|(?:me )?désabonne[rz]?(?:-moi)?|(?:me )?désinscri(?:re|vez)(?:-moi)?|désinscription|stop)(?: please| por favor| s['’]il vous plaît)?$/iu;

const UNSUBSCRIBE_FROM_ALL =
  /^(?:please )?(?:unsubscribe(?: me)?(?: from)?|stop(?: sending)?|remove me from|(?:darme|dame|dar) de baja de|baja de|(?:me )?désabonne[rz]?(?:-moi)? de|(?:me )?désinscri(?:re|vez)(?:-moi)? de) (?:all(?: (?:your )?(?:e-?)?mails)?|everything|todo(?:s los correos)?|tous les (?:e-?mails|messages|courriels)|tout)(?:,? (?:please|por favor|s['’]il vous plaît))?$/iu;

const NOT_NOW =
  /^(?:(?:no|non|sorry|lo siento|désolé\p{L}*)[,.; ]+)?(?:not (?:now|right now|yet|at the moment|until|before|this time)|maybe later|perhaps later|later|ask (?:us|me) again|(?:por )?ahora no|no (?:por )?ahora|de momento no|todavía no|aún no|(?:quizás? |tal vez )?más (?:tarde|adelante)|no (?:antes de|hasta)|pas (?:maintenant|encore|avant|pour le moment|pour l['’]instant)|(?:peut-être )?plus tard)(?=$|[^\p{L}])/iu;

const PASS_TO =
  /^(?:please |por favor,? |s['’]il vous plaît,? )?(?:pass|forward|hand|send)(?: it| this| that)?(?: on| over| along)*(?: please)? to +|^(?:por favor,? )?p[áa]s(?:a|ar|e|ad|alo|álo|adlo|arlo|árselo|arselo|ádselo|áselo|aselo|adselo)(?:lo|la|selo)? a +|^(?:merci de (?:le )?)?(?:passe[rz]?|transmette[rz]?|transmettre|transférer|transférez)(?:[- ]?(?:le|la|ça))? à +|^faites suivre à +/iu;

const YES =
  /^(?:yes(?: please| we (?:do|can|are|would))?|yep|yeah|sure|ok(?:ay)?|count us in|we(?:['’]re| are) in|sí|claro(?: que sí)?|vale|de acuerdo|por supuesto|oui|d['’]accord|bien sûr|volontiers|avec plaisir|si(?=\s*(?:[,.!;:]|$)))(?=$|[^\p{L}])/iu;

const IF =
  /^(?:,? ?(?:but )?(?:only )?(?:if|provided(?: that)?|as long as|on (?:the )?condition(?: that)?)|,? ?(?:pero )?(?:solo |sólo )?(?:si|siempre que|siempre y cuando|con tal de que|a condición de que)|,? ?(?:mais )?(?:seulement )?(?:si|s['’](?=il)|à (?:la )?condition (?:que |qu['’]|de )?|pourvu que|sous réserve (?:que |de )?))(?=$|[^\p{L}]|(?<=['’]))/iu;

/** All that may follow the yes, so that nobody says it without meaning it. */
const WITH_PARTNERS =
  /^[,;:]?\s*(?:and (?:we(?:['’]re| are)? )?look(?:ing)? for partners|with partners|y buscamos (?:con quién hacerlo|socias|socios|aliadas|aliados)|con (?:socias|socios|otras cooperativas|aliadas|aliados)|et nous cherchons des partenaires|avec (?:des )?partenaires)[.!\s]*$/iu;

const BUT = /^[,;.]? ?(?:but|however|although|pero|aunque|mais|cependant)(?=$|[^\p{L}])/iu;
/** What turns a yes into something else; then a person has to say it on the page. */
const DOUBT =
  /(?<!\p{L})(?:but|however|unless|except|until|not|n['’]t|can['’]t|cannot|only|pero|salvo|excepto|no|solo|sólo|mais|sauf|pas|seulement|if|provided|siempre que|condition)(?!\p{L})|\?/iu;

const NO =
  /^(?:no (?:podemos|nos interesa|es para nosotr[oa]s)|no(?:pe)?(?: thanks?| thank you| gracias)?|non(?: merci)?|sorry,? no|not (?:for us|interested|this one)|we(?:['’]ll| will) pass|(?:we )?(?:can['’]t|cannot|can not)(?: do (?:it|this))?|we(?:['’]re| are) (?:not interested|too busy|full|fully booked)|too busy|estamos (?:llenos|a tope|muy ocupad[oa]s)|(?:nous )?ne pouvons pas|nous ne (?:pouvons|sommes) pas|pas intéressé\p{L}*|pas pour nous|on ne peut pas|trop occupé\p{L}*)(?=$|[^\p{L}])/iu;

const REASONS: readonly [(typeof noReasons)[number], RegExp][] = [
  [
    'capacity',
    /busy|full|booked|capacity|no time|enough time|ocupad|a tope|llen[oa]s|capacidad|tiempo|occupé|débordé|complet|pas le temps|surchargé|capacité/iu,
  ],
  [
    'skills',
    /skill|experience|expertise|know[- ]how|conocimiento|experiencia|habilidad|compétence|expérience|savoir/iu,
  ],
  [
    'budget',
    /budget|money|price|rate|cheap|pays? too little|presupuesto|precio|dinero|barato|prix|tarif|argent/iu,
  ],
  ['place', /\bfar\b|travel|on[- ]site|location|lejos|viaj|presencial|\bloin\b|déplacement|sur place/iu],
  [
    'dates',
    /\bdates?\b|deadline|too (?:soon|tight|short)|timing|plazo|fecha|demasiado pronto|délai|calendrier|trop (?:tôt|court)/iu,
  ],
  ['values', /values|ethic|military|valores|ética|valeurs|éthique/iu],
];

/**
 * What the own words of a reply say, in English, Spanish or French. Careful: what could be read in two ways is
 * unclear, as a person then gets a mail with the five links. `today` is a day such as 2026-11-23.
 */
export function understandReply(words: string, today: string): Understood {
  const said = sentences(words);
  const bare = said.replace(/[.!\s]+$/u, '');
  if (UNSUBSCRIBE_FROM_ALL.test(bare)) return { kind: 'unsubscribe', isFromAll: true };
  if (UNSUBSCRIBE.test(bare)) return { kind: 'unsubscribe', isFromAll: false };
  if (NOT_NOW.test(said)) return { kind: 'not_now', until: laterDay(said, today) };
  const passed = PASS_TO.exec(said);
  if (passed !== null) return passTo(said.slice(passed[0].length));
  const yes = YES.exec(said);
  if (yes !== null) return yesOr(said.slice(yes[0].length));
  const no = NO.exec(said);
  if (no !== null) return noBecause(said, said.slice(no[0].length));
  return { kind: 'unclear' };
}

function laterDay(said: string, today: string): string | null {
  const day = dayInWords(said, today);
  return day !== null && day > today ? day : null;
}

/** The name ends with the sentence or where a reason begins. */
function passTo(rest: string): Understood {
  const name = rest
    .split(
      /[.!?;]\s|[.!?;]$|,|\s(?:because|they|as they|who|porque|ya que|que son|parce|car|ils|please|thanks|gracias|merci)(?=\s|$)/iu,
    )[0]
    ?.replace(/^(?:the|our friends (?:at|from)|nuestr[oa]s amig[oa]s de|nos amis de)\s/iu, '')
    .replace(/^["“«'\s]+|["”»'\s]+$/gu, '');
  return name === undefined || name === ''
    ? { kind: 'unclear' }
    : { kind: 'pass_to', name: name.slice(0, 120) };
}

function yesOr(rest: string): Understood {
  const text = rest.replace(/^[\s.!–—-]+/u, ' ').trimStart();
  if (WITH_PARTNERS.test(text)) return { kind: 'yes', seeksPartners: true };
  const isIf = IF.exec(text.replace(/^[,;:]\s*/u, ''));
  if (isIf !== null) return condition(text.replace(/^[,;:]\s*/u, '').slice(isIf[0].length));
  const isBut = BUT.exec(text);
  if (isBut !== null) return condition(text.slice(isBut[0].length));
  const later = /(?<!\p{L})(?:if|provided that|as long as|siempre que|à condition que)(?!\p{L})/iu.exec(text);
  if (later !== null && !DOUBT.test(text.slice(0, later.index)))
    return condition(text.slice(later.index + later[0].length));
  return DOUBT.test(text) ? { kind: 'unclear' } : { kind: 'yes', seeksPartners: false };
}

function condition(rest: string): Understood {
  const text = oneLine(rest);
  return text === '' ? { kind: 'unclear' } : { kind: 'yes_if', condition: text };
}

function noBecause(said: string, rest: string): Understood {
  const reason = REASONS.find(([, pattern]) => pattern.test(said))?.[0] ?? 'other';
  return { kind: 'no', reason, note: oneLine(rest.replace(/^\s*(?:because|porque|parce que)\s/iu, '')) };
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/^[\s,;:.!–—-]+|[\s,;:.!–—-]+$/gu, '')
    .slice(0, MOST)
    .trim();
}
