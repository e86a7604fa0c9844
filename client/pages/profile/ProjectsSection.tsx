import { Button } from '@mantine/core';
import type { PastProject } from '@cobid/domain/coop/schema.ts';
import { useState } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { newPartId } from '../tenders/editor/newPartId.ts';
import type { ProfileSectionProps } from './draft.ts';
import { ProjectFields } from './ProjectFields.tsx';

/** Past projects: the evidence that clients and matching read. */
export function ProjectsSection({ draft: { content, change, issueAt } }: ProfileSectionProps) {
  const { projects } = content;
  const [openId, setOpenId] = useState<string | null>(null);
  const replace = (id: string, fields: Partial<PastProject>) =>
    change({
      projects: projects.map((project) => (project.id === id ? { ...project, ...fields } : project)),
    });
  const add = () => {
    const id = newPartId(projects);
    const year = new Date().getFullYear();
    change({
      projects: [{ id, title: '', text: '', year, client: '', skills: [], sector: null }, ...projects],
    });
    setOpenId(id);
  };
  return (
    <Section
      id="projects"
      title="Past projects"
      lead="A few sentences each: what it was, what you did, what came of it."
      actions={
        <Button variant="default" size="sm" onClick={add}>
          Add a project
        </Button>
      }
      isCard
    >
      {projects.length === 0 && (
        <EmptyState title="No project yet">Two are enough to begin with. Choose recent ones.</EmptyState>
      )}
      {projects.map((project, index) => (
        <ProjectFields
          key={project.id}
          project={project}
          isOpen={openId === project.id}
          onToggle={() => setOpenId(openId === project.id ? null : project.id)}
          issueAt={(pointer) => issueAt(`/projects/${index}${pointer}`)}
          onChange={(fields) => replace(project.id, fields)}
          onRemove={() => change({ projects: projects.filter(({ id }) => id !== project.id) })}
        />
      ))}
    </Section>
  );
}
