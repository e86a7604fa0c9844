import classes from './JointBid.module.css';

const R = 92;
const circles = [
  { x: 130, y: 118, label: 'Research', days: '14 days', at: [92, 92] },
  { x: 254, y: 118, label: 'Back end', days: '32 days', at: [292, 92] },
  { x: 192, y: 222, label: 'Hosting', days: '9 days', at: [192, 276] },
] as const;

/** Three co-ops, each with its part, and the one bid that they share. Decoration: the text beside it says the same. */
export function JointBid() {
  return (
    <svg viewBox="0 0 384 330" className={classes.picture} aria-hidden>
      {circles.map((circle) => (
        <circle key={circle.label} cx={circle.x} cy={circle.y} r={R} className={classes.coop} />
      ))}
      <clipPath id="first">
        <circle cx={circles[0].x} cy={circles[0].y} r={R} />
      </clipPath>
      <clipPath id="second">
        <circle cx={circles[1].x} cy={circles[1].y} r={R} />
      </clipPath>
      <g clipPath="url(#first)">
        <g clipPath="url(#second)">
          <circle cx={circles[2].x} cy={circles[2].y} r={R} className={classes.shared} />
        </g>
      </g>
      {circles.map((circle) => (
        <text key={circle.label} x={circle.at[0]} y={circle.at[1]} className={classes.label}>
          <tspan x={circle.at[0]}>{circle.label}</tspan>
          <tspan x={circle.at[0]} dy="20" className={classes.days}>
            {circle.days}
          </tspan>
        </text>
      ))}
      <text x="192" y="152" className={classes.bid}>
        <tspan x="192">one</tspan>
        <tspan x="192" dy="21">
          bid
        </tspan>
      </text>
    </svg>
  );
}
