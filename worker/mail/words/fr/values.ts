import type { Term } from '@cobid/domain/vocabulary/terms.ts';

/** The values of the vocabulary in French. */
export const values: readonly Term[] = [
  { slug: 'open-source', label: 'Résultat en code libre' },
  { slug: 'open-data', label: 'Données ouvertes' },
  { slug: 'open-standards', label: 'Standards ouverts' },
  { slug: 'coop-client', label: 'Client coopératif' },
  { slug: 'climate', label: 'Climat et environnement' },
  { slug: 'accessibility-first', label: 'L’accessibilité d’abord' },
  { slug: 'privacy', label: 'Vie privée dès la conception' },
  { slug: 'digital-sovereignty', label: 'Souveraineté numérique' },
  { slug: 'feminism', label: 'Féminisme et égalité de genre' },
  { slug: 'anti-racism', label: 'Antiracisme' },
  { slug: 'human-rights', label: 'Droits humains' },
  { slug: 'fair-pay', label: 'Juste rémunération, sans travail gratuit' },
  { slug: 'local-economy', label: 'Économie locale' },
  { slug: 'participation', label: 'Participation des personnes concernées' },
  { slug: 'public-good', label: 'Argent public, code public' },
  { slug: 'knowledge-sharing', label: 'Partage et transmission du savoir' },
  { slug: 'minority-languages', label: 'Langues minoritaires' },
  { slug: 'repair', label: 'Réparation et réemploi' },
  { slug: 'ethical-ai', label: 'Usage prudent de l’IA' },
  { slug: 'no-ai', label: 'Sans IA générative' },
  { slug: 'solidarity', label: 'Économie solidaire' },
  { slug: 'slow-pace', label: 'Rythme serein et délais raisonnables' },
];
