import type { Term } from './terms.ts';

/** Work that a co-op will not do; it is hit when the tender's sector is one of `sectors`. */
export interface RedLine extends Term {
  sectors: readonly string[];
}

/** The red lines that a co-op can draw. */
export const redLines: readonly RedLine[] = [
  { slug: 'weapons', label: 'Weapons and the military', sectors: ['defence'] },
  { slug: 'fossil-fuels', label: 'Fossil fuels', sectors: ['fossil-fuels'] },
  { slug: 'nuclear', label: 'Nuclear power', sectors: ['nuclear'] },
  { slug: 'mining', label: 'Mining', sectors: ['mining'] },
  { slug: 'gambling', label: 'Gambling', sectors: ['gambling'] },
  { slug: 'tobacco', label: 'Tobacco', sectors: ['tobacco'] },
  { slug: 'alcohol', label: 'Alcohol', sectors: ['alcohol'] },
  { slug: 'mass-surveillance', label: 'Mass surveillance', sectors: ['surveillance'] },
  { slug: 'policing', label: 'Police, prisons and border control', sectors: ['policing'] },
  { slug: 'ad-tech', label: 'Advertising technology and data trade', sectors: ['advertising'] },
  { slug: 'adult-content', label: 'Adult content', sectors: ['adult-content'] },
  {
    slug: 'speculation',
    label: 'Speculative finance and crypto-currencies',
    sectors: ['speculative-finance'],
  },
  { slug: 'animal-cruelty', label: 'Industrial livestock and fur', sectors: ['industrial-livestock'] },
  { slug: 'aviation', label: 'Aviation', sectors: ['aviation'] },
  { slug: 'gig-exploitation', label: 'Investor-owned gig platforms', sectors: ['gig-platforms'] },
  { slug: 'political-parties', label: 'Political parties', sectors: ['political-parties'] },
  { slug: 'religious-missions', label: 'Faith communities', sectors: ['religion'] },
];

/** Those of a co-op's red lines that a tender in this sector hits. */
export function redLinesHit(drawn: readonly string[], sector: string | null): RedLine[] {
  return redLines.filter(
    (line) => sector !== null && drawn.includes(line.slug) && line.sectors.includes(sector),
  );
}
