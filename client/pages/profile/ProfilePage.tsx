import { coopProfile } from '@cobid/domain/coop/schema.ts';
import type { CoopProfile, OwnProfileView } from '@cobid/domain/coop/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { requirePerson } from '../../api/load.ts';
import { useMe } from '../../api/me.ts';
import { profileQuery, saveProfile, wouldHaveMatchedQuery } from '../../api/profile.ts';
import { queryClient } from '../../api/queryClient.ts';
import { SaveStatus } from '../../forms/SaveStatus.tsx';
import { useAutosave } from '../../forms/useAutosave.ts';
import { useDraft } from '../../forms/useDraft.ts';
import { Page } from '../../ui/Page.tsx';
import { CapacitySection } from './CapacitySection.tsx';
import { CertificatesSection } from './CertificatesSection.tsx';
import { MailSection } from './MailSection.tsx';
import { PlaceSection } from './PlaceSection.tsx';
import { PrivateSection } from './PrivateSection.tsx';
import classes from './ProfilePage.module.css';
import { ProfileSide } from './ProfileSide.tsx';
import { ProjectsSection } from './ProjectsSection.tsx';
import { SkillsSection } from './SkillsSection.tsx';

/** Reads the newest profile: an editor must not start from what the cache remembers. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request);
  void queryClient.prefetchQuery(wouldHaveMatchedQuery);
  await queryClient.fetchQuery({ ...profileQuery, staleTime: 0 });
  return null;
}

const profileFields = coopProfile.partial();

const sections = [
  ['skills', 'Skills'],
  ['projects', 'Past projects'],
  ['capacity', 'Free days'],
  ['places', 'Languages and places'],
  ['certificates', 'Certificates'],
  ['private', 'Private'],
  ['mail', 'Pause'],
] as const;

function contentOf({ coopId: _coopId, version: _version, ...profile }: OwnProfileView): CoopProfile {
  return profile;
}

/** The editor itself; one per profile, so that switching the co-op starts afresh. */
function Editor({ profile }: { profile: OwnProfileView }) {
  const me = useMe();
  const autosave = useAutosave<CoopProfile>(profile.version, saveProfile);
  const draft = useDraft(profileFields, contentOf(profile), autosave.change);
  const slug = me.actingFor?.slug ?? '';
  return (
    <Page
      title="Skill profile"
      documentTitle={`Skill profile of ${me.actingFor?.name ?? 'the co-op'}`}
      eyebrow={me.actingFor?.name}
      width="wide"
      lead={
        <p>
          What you are good at, and when you are free. Tenders are matched to this page. Others see its{' '}
          <Link to={paths.coop(slug)}>public part</Link>.
        </p>
      }
    >
      <div className={classes.bar}>
        <nav aria-label="Sections of the profile" className={classes.sections}>
          {sections.map(([id, label]) => (
            <a key={id} href={`#${id}`}>
              {label}
            </a>
          ))}
        </nav>
        <SaveStatus
          state={autosave.state}
          onRetry={() => void autosave.flush()}
          unsaved={draft.issues.length}
        />
      </div>
      <div className={classes.columns}>
        <div>
          <SkillsSection draft={draft} />
          <ProjectsSection draft={draft} />
          <CapacitySection draft={draft} />
          <PlaceSection draft={draft} />
          <CertificatesSection draft={draft} />
          <PrivateSection draft={draft} />
          <MailSection draft={draft} />
        </div>
        <ProfileSide profile={draft.content} />
      </div>
    </Page>
  );
}

/** The skill profile of the co-op that one acts for. */
export function Component() {
  const { data: profile } = useSuspenseQuery(profileQuery);
  return <Editor key={profile.coopId} profile={profile} />;
}
