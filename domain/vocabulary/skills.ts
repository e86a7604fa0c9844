import type { Entries, Entry, Skill } from './skill.ts';
import { accessibility } from './skills/accessibility.ts';
import { content } from './skills/content.ts';
import { data } from './skills/data.ts';
import { delivery } from './skills/delivery.ts';
import { design } from './skills/design.ts';
import { frameworks } from './skills/frameworks.ts';
import { hardware } from './skills/hardware.ts';
import { infrastructure } from './skills/infrastructure.ts';
import { languageServices } from './skills/languages.ts';
import { media } from './skills/media.ts';
import { mobile } from './skills/mobile.ts';
import { organising } from './skills/organising.ts';
import { platforms } from './skills/platforms.ts';
import { programmingLanguages } from './skills/programmingLanguages.ts';
import { quality } from './skills/quality.ts';
import { research } from './skills/research.ts';
import { security } from './skills/security.ts';
import { software } from './skills/software.ts';
import { strategy } from './skills/strategy.ts';
import { trainingSkills } from './skills/training.ts';

/** Each area by the slug of its root skill. */
const byArea: Readonly<Record<string, Entries>> = {
  'software-development': { ...software, ...programmingLanguages, ...frameworks, ...mobile },
  'web-platforms': platforms,
  design,
  'research-evaluation': research,
  data,
  infrastructure,
  'security-privacy': security,
  content,
  'language-services': languageServices,
  'accessibility-inclusion': accessibility,
  quality,
  delivery,
  organising,
  training: trainingSkills,
  media,
  hardware,
  strategy,
};

const entries: ReadonlyMap<string, Entry> = new Map(
  Object.values(byArea).flatMap((part) => Object.entries(part)),
);

function list(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(',').map((item) => item.trim());
}

function cpvOf(entry: Entry | undefined): string[] {
  if (entry === undefined) return [];
  if (entry.cpv !== undefined) return list(entry.cpv);
  for (const slug of list(entry.under)) {
    const inherited = cpvOf(entries.get(slug));
    if (inherited.length > 0) return inherited;
  }
  return [];
}

function skillFrom(slug: string, entry: Entry, area: string): Skill {
  return {
    slug,
    label: entry.label,
    aliases: list(entry.also),
    broader: list(entry.under),
    related: list(entry.near),
    cpv: cpvOf(entry),
    ...(entry.esco === undefined ? {} : { esco: entry.esco }),
    area,
  };
}

/** Every skill of the vocabulary, by area. */
export const skills: readonly Skill[] = Object.entries(byArea).flatMap(([area, part]) =>
  Object.entries(part).map(([slug, entry]) => skillFrom(slug, entry, area)),
);

/** The areas that group the vocabulary; each slug is also that of the area's root skill. */
export const areas: readonly { slug: string; label: string }[] = Object.keys(byArea).map((slug) => ({
  slug,
  label: entries.get(slug)?.label ?? slug,
}));
