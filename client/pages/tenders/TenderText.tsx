import type { TenderContent } from '@cobid/domain/tender/schema.ts';
import { Markdown } from '../../ui/Markdown.tsx';
import { Section } from '../../ui/Section.tsx';
import { CriteriaList } from './CriteriaList.tsx';
import { RequirementList } from './RequirementList.tsx';

/** What the client wrote, for reading: on the tender's page and in the editor's preview. */
export function TenderText({ content }: { content: TenderContent }) {
  const days = content.requirements.reduce((total, requirement) => total + requirement.days, 0);
  return (
    <>
      {content.problem !== '' && (
        <Section title="The problem">
          <Markdown text={content.problem} />
        </Section>
      )}
      {content.outcome !== '' && (
        <Section title="What should be true afterwards">
          <Markdown text={content.outcome} />
        </Section>
      )}
      {content.users !== '' && (
        <Section title="Who will use it">
          <Markdown text={content.users} />
        </Section>
      )}
      <Section title={`What it takes: ${days} ${days === 1 ? 'day' : 'days'}`}>
        <RequirementList requirements={content.requirements} />
      </Section>
      {content.criteria.length > 0 && (
        <Section title="How the client will choose">
          <CriteriaList criteria={content.criteria} />
        </Section>
      )}
    </>
  );
}
