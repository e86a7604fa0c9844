import { noFaults } from '../simulations/mailYearFaults.ts';
import { mailYears } from '../simulations/mailYearReport.ts';
import type { SettingYear } from '../simulations/mailYearReport.ts';
import { mailYearWorld } from '../simulations/mailYearWorld.ts';
import { printFigures } from '../figures.ts';

/**
 * A year of mails in a network of 50 co-ops with 600 tenders, decided by the domain's own functions under each setting:
 * how many mails come, how much is heard of in time, and that nothing comes against a setting. `--table` prints what
 * docs/mail.md shows.
 */
const SEED = 2026;
const COOPS = 50;
const TENDERS = 600;

const { readers, tenders } = mailYearWorld(SEED, { coops: COOPS, tenders: TENDERS });
const years = mailYears(readers, tenders);

if (process.argv.includes('--table')) console.log([...table(years), '', ...chart(years)].join('\n'));
else {
  const faults = years.reduce((sum, year) => sum + Object.values(year.faults).reduce((a, b) => a + b, 0), 0);
  const note = `${COOPS} co-ops, ${TENDERS} tenders, ${years.length} settings`;
  printFigures(
    [
      { name: 'mails against a setting', value: faults, unit: 'mails', goal: 0, note },
      ...years.flatMap(({ setting, mails, mostInAWeek, answeredShare }) => [
        { name: `${setting}: mails per person and week`, value: rounded(mails), unit: 'mails' },
        { name: `${setting}: most in one week`, value: mostInAWeek, unit: 'mails' },
        { name: `${setting}: answered if all that is told is`, value: percent(answeredShare), unit: '%' },
      ]),
    ],
    { seed: SEED, years },
  );
}

function table(all: readonly SettingYear[]): string[] {
  const head = [
    'setting',
    'at once',
    'digests',
    'mails a week',
    'most in a week',
    'answered if all that is told is',
    'days until told (median)',
    'against the setting',
    'in quiet hours',
  ];
  const rows = all.map(
    ({ setting, atOnce, digests, mails, mostInAWeek, answeredShare, medianDays, faults }) => {
      const against =
        Object.keys(noFaults).length - Object.values(faults).filter((count) => count === 0).length;
      const { inQuietHours } = faults;
      return [
        setting,
        rounded(atOnce),
        rounded(digests),
        rounded(mails),
        mostInAWeek,
        `${percent(answeredShare)} %`,
        rounded(medianDays),
        against,
        inQuietHours,
      ];
    },
  );
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

function chart(all: readonly SettingYear[]): string[] {
  const names = all.map(
    ({ setting }) =>
      `"${setting.replace(', urgent ones at any hour', ' + urgent').replace(', urgent at any hour', '')}"`,
  );
  const shares = all.map(({ answeredShare }) => percent(answeredShare));
  return [
    '```mermaid',
    'xychart-beta horizontal',
    '  title "Heard of in time, in % of the tenders that fit"',
    `  x-axis [${names.join(', ')}]`,
    '  y-axis "%" 0 --> 100',
    `  bar [${shares.join(', ')}]`,
    '```',
  ];
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
