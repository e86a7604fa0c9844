import type { ExampleTender } from './exampleTender.ts';
import { calderVale } from './tenders/calderVale.ts';
import { harbourLights } from './tenders/harbourLights.ts';
import { museo } from './tenders/museo.ts';
import { panierCommun } from './tenders/panierCommun.ts';
import { vallclara } from './tenders/vallclara.ts';
import { weserfurt } from './tenders/weserfurt.ts';

/** The tenders of the example network: fifteen, in all states that a tender can be in. */
export const tenders: readonly ExampleTender[] = [
  ...harbourLights,
  ...vallclara,
  ...weserfurt,
  ...calderVale,
  ...panierCommun,
  ...museo,
];
