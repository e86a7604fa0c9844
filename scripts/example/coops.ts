import { argentina } from './coops/argentina.ts';
import { belgium } from './coops/belgium.ts';
import { france } from './coops/france.ts';
import { germany } from './coops/germany.ts';
import { italy } from './coops/italy.ts';
import { northAmerica } from './coops/northAmerica.ts';
import { spain } from './coops/spain.ts';
import { unitedKingdom } from './coops/unitedKingdom.ts';
import type { ExampleCoop } from './exampleCoop.ts';

/** The co-ops of the example network: forty in nine countries. */
export const coops: readonly ExampleCoop[] = [
  ...unitedKingdom,
  ...spain,
  ...france,
  ...germany,
  ...argentina,
  ...italy,
  ...belgium,
  ...northAmerica,
];
