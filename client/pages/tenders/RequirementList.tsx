import type { Requirement } from '@cobid/domain/tender/schema.ts';
import { certificates } from '@cobid/domain/vocabulary/certificates.ts';
import { languageLabel } from '@cobid/domain/vocabulary/humanLanguages.ts';
import { termLabel } from '@cobid/domain/vocabulary/terms.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { levelText } from './levelText.ts';
import classes from './RequirementList.module.css';

/** The needs of a tender: musts first, each with its level and days. */
export function RequirementList({ requirements }: { requirements: readonly Requirement[] }) {
  const musts = requirements.filter((requirement) => requirement.priority === 'must');
  const shoulds = requirements.filter((requirement) => requirement.priority === 'should');
  return (
    <ul className={classes.list}>
      {[...musts, ...shoulds].map((requirement) => (
        <li key={requirement.id} className={classes.row}>
          <span className={classes.priority} data-priority={requirement.priority}>
            {requirement.priority}
          </span>
          <span className={classes.what}>
            <strong>{skillLabel(requirement.skill)}</strong>
            <span className={classes.detail}>
              {[
                `level ${requirement.level}: ${levelText(requirement.level)}`,
                requirement.certificate === null
                  ? ''
                  : `with ${termLabel(certificates, requirement.certificate)}`,
                requirement.language === null ? '' : `in ${languageLabel(requirement.language)}`,
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
            {requirement.note !== '' && <span className={classes.note}>{requirement.note}</span>}
          </span>
          <span className={classes.days}>
            {requirement.days} {requirement.days === 1 ? 'day' : 'days'}
          </span>
        </li>
      ))}
    </ul>
  );
}
