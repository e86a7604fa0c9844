import { openLinksInChromium } from './linksInChromium.ts';

await openLinksInChromium(() => import('@cobid/worker/everyMail.test.ts'));
