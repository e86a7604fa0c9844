import { exposureReport } from '@cobid/domain/matching/exposure/exposureReport.ts';
import { neverServed } from '@cobid/domain/matching/exposure/served.ts';
import { reportedTypes } from '@cobid/domain/network/reports.ts';
import type { ExposureView } from '@cobid/domain/network/reports.ts';
import { servedSince, timesSince } from '@cobid/platform/mongo/models/exposure.ts';
import { coopsForReport, countCoops } from '@cobid/platform/mongo/models/organisation.ts';
import { PAGE_SIZE, pageOptions } from '../http/list.ts';

/**
 * Who was shown how much since a day, from the recorded order of mails and from nothing else. Co-ops that have left
 * are not in it.
 */
export async function showExposure(since: Date, page: number): Promise<ExposureView> {
  const [served, times, all] = await Promise.all([servedSince(since), timesSince(since), countCoops()]);
  const coops = await coopsForReport([...served.keys()]);
  const report = exposureReport(
    coops.map(({ id, bases }) => ({
      coopId: id,
      served: served.get(id) ?? neverServed,
      groups: bases.length === 0 ? ['not_said'] : bases,
    })),
  );
  const byId = new Map(coops.map((coop) => [coop.id, coop]));
  const { skip, limit } = pageOptions(page);
  return {
    since: since.toISOString(),
    withoutFit: all - coops.length,
    giniShown: report.giniShown,
    giniServed: report.giniServed,
    neverShown: report.neverShown,
    tenths: report.tenths,
    types: reportedTypes.flatMap((type) => {
      const found = report.groups.find(({ group }) => group === type);
      if (found === undefined) return [];
      return [{ type, coops: found.coops, ...found.served, share: found.share }];
    }),
    items: report.coops.slice(skip, skip + limit).flatMap(({ coopId, share }) => {
      const coop = byId.get(coopId);
      if (coop === undefined) return [];
      const { id, slug, name } = coop;
      const { toHear, told } = times.get(id) ?? { toHear: 0, told: 0 };
      return [{ coop: { id, slug, name }, toHear, told, ...(served.get(id) ?? neverServed), share }];
    }),
    total: report.coops.length,
    page,
    pageSize: PAGE_SIZE,
  };
}
