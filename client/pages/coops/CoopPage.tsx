import type { PublicCoopView } from '@cobid/domain/coop/schema.ts';
import { formatDay } from '@cobid/domain/formatTime.ts';
import { certificates } from '@cobid/domain/vocabulary/certificates.ts';
import { countryLabel } from '@cobid/domain/vocabulary/countries.ts';
import { languageLabel } from '@cobid/domain/vocabulary/humanLanguages.ts';
import { sectors } from '@cobid/domain/vocabulary/sectors.ts';
import { termLabel } from '@cobid/domain/vocabulary/terms.ts';
import { values } from '@cobid/domain/vocabulary/values.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { coopQuery } from '../../api/coops.ts';
import { load } from '../../api/load.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tags } from '../../ui/Tag.tsx';
import { monthLabel } from '../profile/months.ts';
import { baseLabel } from '../organisations/organisationText.ts';
import columns from '../tenders/TenderPage.module.css';
import { levelText } from '../tenders/levelText.ts';
import classes from './CoopPage.module.css';

export async function loader({ params }: LoaderFunctionArgs) {
  await load(coopQuery(params.slug ?? ''));
  return null;
}

function SkillRows({ coop }: { coop: PublicCoopView }) {
  const rows = coop.skills.toSorted((a, b) => b.level - a.level || b.people - a.people);
  return (
    <ul className={classes.skills}>
      {rows.map((held) => (
        <li key={held.skill} className={classes.skill}>
          <span>
            <strong>{skillLabel(held.skill)}</strong>
            {held.evidence !== '' && <span className={classes.evidence}>{held.evidence}</span>}
          </span>
          <span className={classes.level}>
            {levelText(held.level)}
            <span className={classes.detail}>
              {held.people} {held.people === 1 ? 'person' : 'people'}
              {held.lastUsed !== null && `, last used ${monthLabel(held.lastUsed)}`}
              {held.verifiedReferences > 0 && `, ${held.verifiedReferences} verified`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Projects({ coop }: { coop: PublicCoopView }) {
  return coop.projects
    .toSorted((a, b) => b.year - a.year)
    .map((project) => (
      <article key={project.id} className={classes.project}>
        <h3>{project.title}</h3>
        <p className={classes.detail}>
          {[project.client, project.year, project.sector === null ? '' : termLabel(sectors, project.sector)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {project.text !== '' && <Markdown text={project.text} />}
        <Tags items={project.skills.map(skillLabel)} label="Skills used" />
      </article>
    ));
}

/** A co-op as everybody sees it. */
export function Component() {
  const slug = useParams().slug ?? '';
  const { data: coop } = useSuspenseQuery(coopQuery(slug));
  const where = [coop.city, countryLabel(coop.country)].filter(Boolean).join(', ');
  return (
    <Page
      title={coop.name}
      width="wide"
      eyebrow={[coop.bases.map(baseLabel).join(', '), where].filter(Boolean).join(' · ')}
    >
      <div className={columns.columns}>
        <aside className={columns.facts} aria-label="Facts">
          <Facts
            facts={[
              [
                'Website',
                coop.website === '' ? null : (
                  <a href={coop.website} rel="noreferrer nofollow" className={classes.website}>
                    {coop.website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
                  </a>
                ),
              ],
              ['Legal form', coop.legalForm],
              ['Works in', coop.languages.map(languageLabel).join(', ')],
              [
                'Works at',
                [
                  ...(coop.remote ? ['remote'] : []),
                  ...coop.places.map((place) =>
                    [place.city, countryLabel(place.country)].filter(Boolean).join(', '),
                  ),
                ].join('; '),
              ],
              ['Sectors', coop.sectors.map((sector) => termLabel(sectors, sector)).join(', ')],
              ['Stands for', coop.values.map((value) => termLabel(values, value)).join(', ')],
              [
                'Certificates',
                coop.certificates
                  .map(
                    ({ certificate, expires }) =>
                      `${termLabel(certificates, certificate)}${expires === null ? '' : ` (until ${formatDay(expires)})`}`,
                  )
                  .join(', '),
              ],
            ]}
          />
        </aside>
        <div className={columns.text}>
          {coop.about !== '' && <Markdown text={coop.about} />}
          <Section title="Skills">
            {coop.skills.length === 0 ? (
              <EmptyState title="No skills listed yet" />
            ) : (
              <SkillRows coop={coop} />
            )}
          </Section>
          {coop.projects.length > 0 && (
            <Section title="Past projects">
              <Projects coop={coop} />
            </Section>
          )}
        </div>
      </div>
    </Page>
  );
}
