import { twoPlaces } from './reportText.ts';
import classes from './Report.module.css';

/** A share beside the average, which is at 1 in the middle: a bar to look at, and its number. */
export function ShareBar({ share }: { share: number }) {
  return (
    <span className={classes.share}>
      <span className={classes.shareTrack} aria-hidden>
        <span
          className={classes.shareFill}
          data-low={share < 0.5}
          style={{ width: `${Math.min(100, share * 50)}%` }}
        />
      </span>
      <span className={classes.number}>{twoPlaces(share)}</span>
    </span>
  );
}
