import { formatMoment } from '@cobid/domain/formatTime.ts';
import classes from './Moment.module.css';

const readersZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function remaining(at: Date, now: Date): string | null {
  const hours = (at.getTime() - now.getTime()) / 3_600_000;
  if (hours <= 0) return null;
  if (hours < 1) return 'less than an hour left';
  if (hours < 48) return `${Math.floor(hours)} ${Math.floor(hours) === 1 ? 'hour' : 'hours'} left`;
  return `${Math.floor(hours / 24)} days left`;
}

interface MomentProps {
  /** ISO 8601 in UTC. */
  at: string;
  /** The zone in which it was meant; the reader's own where it has none. */
  zone?: string | null;
  /** Adds how much time is left. */
  withRemaining?: boolean;
}

/** A moment in the zone in which it was meant and, where that tells another clock time, in the reader's too. */
export function Moment({ at, zone, withRemaining = false }: MomentProps) {
  const meant = formatMoment(at, zone ?? readersZone);
  const own = formatMoment(at, readersZone);
  const left = withRemaining ? remaining(new Date(at), new Date()) : null;
  return (
    <span className={classes.moment}>
      <time dateTime={at}>{meant}</time>
      {clock(meant) !== clock(own) && <span className={classes.own}>{own} for you</span>}
      {left !== null && <span className={classes.left}>{left}</span>}
    </span>
  );
}

/** Date and time without the zone's name: Europe/Madrid and Europe/Berlin tell the same clock time. */
function clock(formatted: string): string {
  return formatted.slice(0, formatted.lastIndexOf(' '));
}
