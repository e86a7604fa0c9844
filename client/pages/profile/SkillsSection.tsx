import type { HeldSkill } from '@cobid/domain/coop/schema.ts';
import { skillLabel } from '@cobid/domain/vocabulary/vocabulary.ts';
import { SkillPicker } from '../../forms/SkillPicker.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { toast } from '../../ui/toast.ts';
import type { ProfileSectionProps } from './draft.ts';
import { monthNow } from './months.ts';
import { SkillFields } from './SkillFields.tsx';
import classes from './SkillsSection.module.css';

/** What the co-op can do: each skill with its level, people, last use and evidence. */
export function SkillsSection({ draft: { content, change, update, issueAt } }: ProfileSectionProps) {
  const { skills } = content;
  const replace = (slug: string, fields: Partial<HeldSkill>) =>
    update((now) => ({
      skills: now.skills.map((held) => (held.skill === slug ? { ...held, ...fields } : held)),
    }));
  const add = (slug: string) => {
    if (skills.some((held) => held.skill === slug))
      return toast(`${skillLabel(slug)} is in the list already.`);
    const held = {
      skill: slug,
      level: 3,
      people: 1,
      lastUsed: monthNow(),
      evidence: '',
      verifiedReferences: 0,
    };
    change({ skills: [held, ...skills] });
  };
  return (
    <Section
      id="skills"
      title="Skills"
      lead="Level 3 means that somebody of you does it alone and well. Be honest: partners rely on it."
      isCard
    >
      <div className={classes.adder}>
        <SkillPicker label="Add a skill" clearsAfterPick onPick={add} error={issueAt('/skills')} />
      </div>
      {skills.length === 0 ? (
        <EmptyState title="No skill yet">
          Add the five that you are asked for most. More can follow.
        </EmptyState>
      ) : (
        <ul className={classes.list}>
          {skills.map((held, index) => (
            <SkillFields
              key={held.skill}
              held={held}
              error={issueAt(`/skills/${index}/evidence`)}
              onChange={(fields) => replace(held.skill, fields)}
              onRemove={() =>
                update((now) => ({ skills: now.skills.filter(({ skill }) => skill !== held.skill) }))
              }
            />
          ))}
        </ul>
      )}
    </Section>
  );
}
