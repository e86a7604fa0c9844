import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exposureReport } from './exposureReport.ts';

const amount = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
const coops = fc.uniqueArray(
  fc.record({
    coopId: fc.string({ minLength: 1, maxLength: 3 }),
    served: fc.record({ shown: amount, fit: amount }),
    groups: fc.subarray(['worker', 'freelancer', 'consumer']),
  }),
  { selector: ({ coopId }) => coopId, maxLength: 40 },
);

test('tells who was shown less and more than the average, by co-op, tenth and group', () => {
  const report = exposureReport([
    { coopId: 'a', served: { shown: 3, fit: 2 }, groups: ['worker'] },
    { coopId: 'b', served: { shown: 0, fit: 2 }, groups: ['worker', 'freelancer'] },
    { coopId: 'c', served: { shown: 3, fit: 2 }, groups: [] },
  ]);
  expect(report).toEqual({
    giniShown: expect.closeTo(1 / 3),
    giniServed: expect.closeTo(1 / 3),
    neverShown: 1,
    coops: [
      { coopId: 'b', share: 0 },
      { coopId: 'a', share: 1.5 },
      { coopId: 'c', share: 1.5 },
    ],
    tenths: [
      { coops: 1, share: 0 },
      { coops: 1, share: 1.5 },
      { coops: 1, share: 1.5 },
    ],
    groups: [
      { group: 'freelancer', coops: 1, served: { shown: 0, fit: 2 }, share: 0 },
      { group: 'worker', coops: 2, served: { shown: 3, fit: 4 }, share: 0.75 },
    ],
  });
});

test('has a clear answer where nothing was shown yet', () => {
  expect(exposureReport([])).toMatchObject({ giniServed: 0, neverShown: 0, tenths: [], groups: [] });
  const unseen = [{ coopId: 'a', served: { shown: 0, fit: 1 }, groups: [] }];
  expect(exposureReport(unseen)).toMatchObject({ neverShown: 1, coops: [{ coopId: 'a', share: 0 }] });
});

test('every co-op is in one tenth, the least served first, and the order of co-ops does not matter', () => {
  fc.assert(
    fc.property(coops, (all) => {
      const report = exposureReport(all);
      expect(report.tenths.reduce((sum, tenth) => sum + tenth.coops, 0)).toBe(all.length);
      const sizes = report.tenths.map((tenth) => tenth.coops);
      if (sizes.length > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      const shares = report.coops.map(({ share }) => share);
      expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      expect(exposureReport(all.toReversed())).toEqual(report);
    }),
  );
});

test('what a co-op is changes nothing but the table of groups', () => {
  fc.assert(
    fc.property(coops, (all) => {
      const { groups: _all, ...told } = exposureReport(all);
      const { groups: _none, ...plain } = exposureReport(all.map((coop) => ({ ...coop, groups: [] })));
      expect(plain).toEqual(told);
    }),
  );
});
