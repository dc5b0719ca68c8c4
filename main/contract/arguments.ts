import { z } from 'zod';
import type { Api, ShellApi } from './api.ts';
import { CROSSWALK_DOMAINS } from './crosswalk-domains.ts';
import { STRUCTURES } from './structure.ts';
import { TARGET_MODELS } from './target-models.ts';

/**
 * What each method of the bridge accepts: one schema per method, and nothing that a schema does not name.
 *
 * The page is trusted with nothing, so every text has a length and every list an end. The type below makes a schema
 * that drifts from its method a type error.
 */

type ArgumentOf<Method> = Method extends (...list: infer List) => unknown
  ? List extends [infer Only]
    ? Only
    : undefined
  : never;

type SchemasFor<Methods> = { [Name in keyof Methods]: z.ZodType<ArgumentOf<Methods[Name]>> };

const nothing = z.undefined();
const id = z.string().min(1).max(200);
const code = z.string().max(500);
const month = z.string().regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/, 'must be a month like 2026-09');
const day = z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, 'must be a day like 2026-09-30');
const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const batch = z.int().min(1);
const entryNumber = z.int().min(1);

/** A page of a long list: the window shows some hundred rows at once and fetches more as it scrolls. */
const listPage = { offset: count, limit: z.int().min(1).max(10_000) };

const structure = z.enum(STRUCTURES).optional();

const filter = z.record(id, z.array(code).max(20_000));

const filters = z.strictObject({
  from: month,
  to: month,
  comparison: z.enum(['prior_year', 'prior_period', 'none']),
  where: filter,
  sides: z.array(code).max(6).optional(),
  structure,
});

const figureQuery = z.strictObject({
  metric: id,
  variant: id.nullable().optional(),
  where: filter,
  from: month,
  to: month,
  structure,
});

/** A recipe is checked where it is read (it may also come from a file); here it is only any JSON. */
const recipe = z.unknown();
const settings = z.record(id, z.string().max(1000));

const deck = z.strictObject({ briefing: id, filters: filters.nullable() });
const job = id;

const harmonisation = {
  domain: z.enum(CROSSWALK_DOMAINS),
  entity: id.nullable(),
  against: id.nullable(),
  version: count.nullable(),
};
const share = z.number().gt(0).max(1);
const decisions = z
  .array(z.strictObject({ code, targets: z.array(z.strictObject({ code, share })).max(100) }))
  .min(1)
  .max(20_000);

const text = z.string().min(1).max(500);
const amount = z.number().min(0);

const targetDecision = z.strictObject({
  entity: code,
  dimension: id,
  model: z.enum(TARGET_MODELS),
  of: code.nullable(),
  costMajor: z.number().nullable(),
  score: z.number().min(0).max(100).nullable(),
  owner: text.nullable(),
  due: day.nullable(),
  reason: z.string().min(1).max(200).nullable(),
  wave: id.nullable(),
});

const synergyEntry = z.strictObject({
  title: text,
  owner: text,
  plannedMajor: amount,
  oneOffMajor: amount,
  from: month,
  metric: id,
  where: filter,
  wave: id.nullable(),
});

export const apiArguments = {
  workspace: nothing,
  briefings: nothing,
  filterOptions: nothing,
  comparables: nothing,
  page: z.strictObject({ briefing: id, page: id, filters }),
  figure: z.strictObject({ query: figureQuery }),
  rows: z.strictObject({ query: figureQuery, ...listPage }),
  definitions: nothing,
  preview: z.strictObject({ file: id, recipe, settings }),
  importExtracts: z.strictObject({
    job,
    files: z
      .array(z.strictObject({ file: id, recipe, settings }))
      .min(1)
      .max(1000),
  }),
  importSample: z.strictObject({ job, sample: id }),
  cancel: z.strictObject({ job }),
  batches: nothing,
  undo: z.strictObject({ batch }),
  quarantine: z.strictObject({ batch: batch.nullable(), ...listPage }),
  payCodes: nothing,
  mapPayCode: z.strictObject({ payCode: code, payClass: id.nullable() }),
  harmonisableEntities: nothing,
  harmonisation: z.strictObject(harmonisation),
  decideCrosswalk: z.strictObject({ ...harmonisation, decisions }),
  assumptions: nothing,
  assume: z.strictObject({
    assumption: id,
    range: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  }),
  integrationTargets: nothing,
  decideTarget: targetDecision,
  withdrawTarget: z.strictObject({ entity: code, dimension: id }),
  synergies: nothing,
  saveSynergy: z.strictObject({ id: entryNumber.nullable(), entry: synergyEntry }),
  strikeSynergy: z.strictObject({ id: entryNumber }),
  waves: nothing,
  planWave: z.strictObject({ was: id.nullable(), name: id, due: day }),
  strikeWave: z.strictObject({ name: id }),
  cleanRoom: nothing,
  setCleanRoom: z.strictObject({ on: z.boolean() }),
  check: nothing,
  deck,
} satisfies SchemasFor<Api>;

export const shellArguments = {
  state: nothing,
  newWorkspace: nothing,
  openWorkspace: nothing,
  openRecent: z.strictObject({ id }),
  openSample: z.strictObject({ sample: id }),
  closeWorkspace: nothing,
  chooseExtracts: nothing,
  chooseRecipe: nothing,
  saveRecipe: z.strictObject({ recipe }),
  exportDeck: deck,
  exportQuarantine: z.strictObject({ batch: batch.nullable() }),
  about: nothing,
} satisfies SchemasFor<ShellApi>;
