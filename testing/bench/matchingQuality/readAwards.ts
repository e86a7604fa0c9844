import { readFileSync } from 'node:fs';
import { z } from 'zod';

const award = z.object({
  id: z.string().min(1),
  title: z.string(),
  buyer: z.string(),
  suppliers: z.array(z.string().min(1)),
  date: z.iso.date(),
});
export type Award = z.infer<typeof award>;

/** What cannot be measured, in one sentence for the person who asked. */
export class NothingToMeasure extends Error {}

/**
 * Awards of a file with one JSON object a line, oldest first; throws NothingToMeasure with the line that is wrong, or
 * when the file cannot be read or holds none.
 */
export function readAwards(file: string): Award[] {
  const awards = textOf(file)
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [awardOf(line, `${file}, line ${at + 1}`)]));
  if (awards.length === 0) throw new NothingToMeasure(`${file} holds no award.`);
  return awards.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new NothingToMeasure(`${file} cannot be read.`, { cause: error });
  }
}

function awardOf(line: string, where: string): Award {
  const parsed = award.safeParse(jsonOf(line, where));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new NothingToMeasure(
    `${where} is not an award with id, title, buyer, suppliers and date: ${issue?.path.join('.') || 'the line'} ${
      issue?.message.toLowerCase() ?? 'is wrong'
    }.`,
  );
}

function jsonOf(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new NothingToMeasure(`${where} is not JSON.`, { cause: error });
  }
}
