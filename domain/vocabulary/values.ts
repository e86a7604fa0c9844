import type { Term } from './terms.ts';

/** What a tender or a co-op stands for; shared ones add to the fit. */
export const values: readonly Term[] = [
  { slug: 'open-source', label: 'Open source result' },
  { slug: 'open-data', label: 'Open data' },
  { slug: 'open-standards', label: 'Open standards' },
  { slug: 'coop-client', label: 'Co-operative client' },
  { slug: 'climate', label: 'Climate and environment' },
  { slug: 'accessibility-first', label: 'Accessibility first' },
  { slug: 'privacy', label: 'Privacy by design' },
  { slug: 'digital-sovereignty', label: 'Digital sovereignty' },
  { slug: 'feminism', label: 'Feminism and gender equality' },
  { slug: 'anti-racism', label: 'Anti-racism' },
  { slug: 'human-rights', label: 'Human rights' },
  { slug: 'fair-pay', label: 'Fair pay and no unpaid work' },
  { slug: 'local-economy', label: 'Local economy' },
  { slug: 'participation', label: 'Participation of those concerned' },
  { slug: 'public-good', label: 'Public money, public code' },
  { slug: 'knowledge-sharing', label: 'Shared knowledge and hand-over' },
  { slug: 'minority-languages', label: 'Minority languages' },
  { slug: 'repair', label: 'Repair and reuse' },
  { slug: 'ethical-ai', label: 'Careful use of AI' },
  { slug: 'no-ai', label: 'No generative AI' },
  { slug: 'solidarity', label: 'Solidarity economy' },
  { slug: 'slow-pace', label: 'Calm pace and sane deadlines' },
];
