import type { CoopCard } from '@cobid/domain/coop/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { countryLabel } from '@cobid/domain/vocabulary/countries.ts';
import { languageLabel } from '@cobid/domain/vocabulary/humanLanguages.ts';
import { Link } from 'react-router';
import { Tags } from '../../ui/Tag.tsx';
import card from '../tenders/TenderCardView.module.css';
import classes from './CoopCardView.module.css';

/** One co-op in the directory. */
export function CoopCardView({ coop }: { coop: CoopCard }) {
  return (
    <article className={`${card.card} ${classes.card}`}>
      <h2 className={card.title}>
        <Link to={paths.coop(coop.slug)} className={card.link}>
          {coop.name}
        </Link>
      </h2>
      <p className={classes.place}>
        {[coop.city, countryLabel(coop.country)].filter(Boolean).join(', ')}
        {coop.languages.length > 0 && ` · ${coop.languages.map(languageLabel).join(', ')}`}
      </p>
      {coop.about !== '' && <p className={classes.about}>{coop.about}</p>}
      <div className={classes.skills}>
        <Tags items={coop.topSkills} label={`Skills of ${coop.name}`} most={5} />
      </div>
    </article>
  );
}
