import { createPastWorkRanking } from '@cobid/domain/matching/pastWork/pastWorkRanking.ts';
import type { PastWork } from '@cobid/domain/matching/pastWork/pastWork.ts';
import { byBm25, byPopularity } from './matchingQuality/baselines.ts';
import { measure } from './matchingQuality/measure.ts';
import { NothingToMeasure } from './matchingQuality/readAwards.ts';
import type { Award } from './matchingQuality/readAwards.ts';
import { settingFrom } from './matchingQuality/setting.ts';
import type { Setting } from './matchingQuality/setting.ts';

/**
 * How well past work finds who will win: each award is a past project of its winners, and all of them are ranked for
 * each later tender from its title and its buyer. Only tenders that somebody known won are counted.
 */
function main({ known, later }: Setting): void {
  const works = known.map(toWork);
  const coops = new Set(works.flatMap((work) => work.coops));
  const tenders = later.filter(({ suppliers }) => suppliers.some((supplier) => coops.has(supplier)));
  tell(`${works.length} past works of ${coops.size} suppliers; ${tenders.length} tenders to rank`);
  const rank = createPastWorkRanking(works);
  let done = 0;
  const onTender = () => {
    done += 1;
    if (done % 250 === 0) tell(`ranked ${done} of ${tenders.length} tenders`);
  };
  const own = measure(tenders, coops, (wanted) => rank(wanted).map(({ coopId }) => coopId), onTender);
  const figures = {
    n: tenders.length,
    candidates: coops.size,
    ...own,
    baselines: {
      popularity: measure(tenders, coops, byPopularity(works)),
      bm25: measure(tenders, coops, byBm25(works)),
    },
  };
  console.log(JSON.stringify(figures, null, process.argv.includes('--json') ? 0 : 2));
}

function toWork({ id, title, buyer, suppliers, date }: Award): PastWork {
  return { id, text: title, client: buyer, day: Date.parse(date) / 86_400_000, coops: suppliers };
}

/** Progress goes to the error stream, so that the figures stay alone. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

try {
  main(settingFrom(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof NothingToMeasure)) throw error;
  tell(error.message);
  process.exitCode = 1;
}
