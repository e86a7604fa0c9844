import { openLinksInChromium } from './linksInChromium.ts';

await openLinksInChromium(() => import('@cobid/worker/jobs/digest.test.ts'));
