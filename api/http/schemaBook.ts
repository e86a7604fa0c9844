import * as bid from '@cobid/domain/bid/schema.ts';
import * as coop from '@cobid/domain/coop/schema.ts';
import * as home from '@cobid/domain/home/schema.ts';
import * as invitation from '@cobid/domain/invitation/schema.ts';
import * as opportunity from '@cobid/domain/opportunity/schema.ts';
import * as organisation from '@cobid/domain/organisation/schema.ts';
import * as person from '@cobid/domain/person/schema.ts';
import * as tender from '@cobid/domain/tender/schema.ts';
import { z } from 'zod';

type Json = Record<string, unknown>;

/** JSON schemas of replies and bodies, and the named parts that they refer to. */
export interface SchemaBook {
  /** The schema as JSON; what the domain has a name for becomes a reference. */
  schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json;
  /** Each part that was referred to, by its name, for `components.schemas`. */
  parts(): Record<string, unknown>;
}

const modules = [bid, coop, home, invitation, opportunity, organisation, person, tender];

/** The names that the domain gives its objects and unions: `tenderView` is called `TenderView`. */
const names = z.registry<{ id: string }>();
const taken = new Set<string>();
for (const [name, value] of modules.flatMap((module) => Object.entries<unknown>(module))) {
  const isPart = value instanceof z.ZodObject || value instanceof z.ZodUnion;
  if (!isPart || names.has(value)) continue;
  const id = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
  if (taken.has(id)) throw new Error(`two schemas of the domain are called ${name}`);
  taken.add(id);
  names.add(value, { id });
}

/** A book for one description of the API: each named part is told once, however many routes use it. */
export function openSchemaBook(): SchemaBook {
  const parts: Record<string, unknown> = {};
  return {
    schemaOf(schema, io) {
      // What has a default may be left out of a body and is always in a reply: one part, two shapes.
      const called = (name: string): string =>
        io === 'output' || name.endsWith('Input') ? name : `${name}Input`;
      const told = z.toJSONSchema(schema, { io, unrepresentable: 'any', metadata: names });
      const text = JSON.stringify(told).replace(
        /"#\/\$defs\/(\w+)"/g,
        (_, name: string) => `"#/components/schemas/${called(name)}"`,
      );
      const { $schema: _dialect, $id: _id, $defs = {}, ...rest }: Json = JSON.parse(text);
      for (const [name, part] of Object.entries($defs ?? {})) parts[called(name)] = part;
      return rest;
    },
    parts: () => Object.fromEntries(Object.entries(parts).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}
