import { z } from 'zod';
import { slug } from '@cobid/domain/ids.ts';
import { line } from '@cobid/domain/text.ts';
import { resolveSkill, searchSkills } from '@cobid/domain/vocabulary/findSkill.ts';
import type { Skill } from '@cobid/domain/vocabulary/skill.ts';
import { listOf } from '../http/list.ts';
import { route } from '../http/route.ts';
import { proposeSkill } from './proposeSkill.ts';

const skillView = z.object({ slug, label: z.string(), area: z.string() });
const skillName = line(60).min(2, 'needs at least 2 characters.');

function skillViewOf({ slug, label, area }: Skill): z.input<typeof skillView> {
  return { slug, label, area };
}

/** The vocabulary: what somebody means by a few words, and what it lacks. */
export const skillRoutes = [
  route({
    method: 'GET',
    path: '/skills',
    summary: 'Find skills by what has been typed so far',
    access: 'public',
    query: z.strictObject({
      query: line(60).default(''),
      limit: z.coerce.number({ error: 'is a number from 1 to 50' }).int().min(1).max(50).default(10),
    }),
    reply: listOf(skillView),
    handle: ({ query }) => ({ items: searchSkills(query.query, query.limit).map(skillViewOf) }),
  }),
  route({
    method: 'POST',
    path: '/skills/resolve',
    summary: 'Say which skill a text means, or offer it as a new one',
    access: 'public',
    limits: [{ by: 'ip', points: 600, seconds: 600 }],
    body: z.strictObject({ text: skillName }),
    reply: z.object({
      known: skillView.nullable(),
      suggestions: z.array(skillView),
      proposal: z.object({ label: z.string(), slug }).nullable(),
    }),
    handle: ({ body }) => {
      const resolved = resolveSkill(body.text);
      return resolved.kind === 'known'
        ? { known: skillViewOf(resolved.skill), suggestions: [], proposal: null }
        : { known: null, suggestions: resolved.suggestions.map(skillViewOf), proposal: resolved.proposal };
    },
  }),
  route({
    method: 'POST',
    path: '/skill-proposals',
    summary: 'Offer a skill that the vocabulary lacks',
    access: 'person',
    limits: [{ by: 'person', points: 30, seconds: 3600 }],
    body: z.strictObject({ label: skillName, note: line(500).default('') }),
    reply: z.object({ label: z.string(), slug }),
    status: 201,
    handle: ({ actor, body, now }) => proposeSkill(actor, body, now),
  }),
];
