/**
 * Clock time in a zone and moments in UTC, by the time zone data of the browser or of Node (Intl), so that no second copy of
 * that data has to be loaded or kept fresh.
 */

interface Clock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

/** What the clock of the zone shows at a moment, as milliseconds of a clock that runs in UTC. */
function shownAt(ms: number, zone: string): number {
  const parts = formatFor(zone).formatToParts(ms);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
}

function readLocal(local: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(local);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  const clock: Clock = { year, month, day, hour, minute };
  const ms = Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute);
  // 30 February would roll over into March.
  return new Date(ms).getUTCDate() === day && new Date(ms).getUTCHours() === hour ? ms : null;
}

/**
 * The moment (ISO, UTC) at which the zone's clock shows a local time such as 2026-12-01T13:00; null for what is no
 * local time. When clocks go back and it is shown twice, the earlier moment counts; when they go forward and it is
 * skipped, the moment as far after the jump as was asked for.
 */
export function toInstant(local: string, zone: string): string | null {
  const wanted = readLocal(local);
  if (wanted === null) return null;
  const dayMs = 86_400_000;
  // A zone changes its clock at most once between these two, so one of the two offsets is the right one.
  const before = shownAt(wanted - dayMs, zone) - (wanted - dayMs);
  const after = shownAt(wanted + dayMs, zone) - (wanted + dayMs);
  const candidates = [wanted - before, wanted - after].filter((ms) => shownAt(ms, zone) === wanted);
  const ms = candidates.length > 0 ? Math.min(...candidates) : wanted - before;
  return new Date(ms).toISOString();
}

/** What the zone's clock shows at a moment, for an input: 2026-12-01T13:00. */
export function toLocal(instant: string, zone: string): string {
  return new Date(shownAt(new Date(instant).getTime(), zone)).toISOString().slice(0, 16);
}
