import type { ExposureView } from '@cobid/domain/network/reports.ts';
import { countOf, twoPlaces } from './reportText.ts';
import classes from './Report.module.css';

/** Columns from those who got least for their fits to those who got most, with a line at the average. */
export function TenthsChart({ tenths }: { tenths: ExposureView['tenths'] }) {
  const most = Math.max(1.5, ...tenths.map(({ share }) => share));
  return (
    <figure className={classes.tenths}>
      <div className={classes.plot}>
        <span className={classes.average} style={{ insetBlockEnd: `${100 / most}%` }} aria-hidden />
        <ol
          className={classes.columns}
          aria-label="Attention for fit, in groups from least to most, beside the average of 1"
        >
          {tenths.map(({ coops, share }, at) => (
            <li key={at} className={classes.column}>
              <span
                className={classes.columnFill}
                style={{ blockSize: `${(share / most) * 100}%` }}
                aria-hidden
              />
              <span className={classes.columnText}>
                {twoPlaces(share)}
                <span className="visuallyHidden"> for {countOf(coops, 'co-op')}</span>
              </span>
            </li>
          ))}
        </ol>
      </div>
      <figcaption className={classes.caption}>
        <span>least for their fits</span>
        <span>line: the average, 1</span>
        <span>most</span>
      </figcaption>
    </figure>
  );
}
