import { CROSSWALK_DOMAINS } from '../contract/crosswalk-domains.ts';
import type { CrosswalkDomain } from '../contract/crosswalk-domains.ts';
import { UsageError } from '../contract/errors.ts';
import type {
  CrosswalkDecision,
  HarmonisationModel,
  HarmonisationRequest,
  HarmonisedCode,
} from '../contract/harmonisation.ts';
import { harmonise } from '../harmonisation/harmonise.ts';
import { acceptBest, suggestedFrom } from '../harmonisation/suggested-decisions.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { parseAcceptances } from './crosswalk-acceptances.ts';
import { defineCommand, integer, option, options, required, withWorkspace } from './command.ts';
import type { CommandArguments } from './command.ts';

export default defineCommand({
  name: 'crosswalk',
  usage:
    'crosswalk --in W.muster [--entity E] [--against T] [--domain job|supplier|unit|pay_code|worker_type] [--version N] [--accept-above SCORE] [--accept JOB=TARGET[:SHARE]]...',
  options: ['in', 'entity', 'against', 'domain', 'version', 'accept-above', 'accept'],
  run: (args, context) => {
    const request = requestOf(args);
    const accepted = parseAcceptances(options(args, 'accept'));
    const above = scoreOf(args);
    if (accepted.length === 0 && above === null)
      return withWorkspace(args, context, 'read', (workspace) => ({
        exitCode: 0,
        json: documentOf(harmonise(workspace.view(), request), { batch: null, decided: 0 }),
      }));
    if (request.version !== null)
      throw new UsageError('Decisions build on the latest version: leave out --version to decide.');
    // Deciding makes no workspace where there is none.
    context.openWorkspace(context.resolvePath(required(args, 'in')), 'read').close();
    return withWorkspace(args, context, 'write', (workspace) => {
      const decisions = [...accepted, ...suggestedAbove(workspace, { request, above, accepted })];
      const { batch, decided } =
        decisions.length === 0 ? { batch: null, decided: 0 } : workspace.decide(request, decisions);
      return { exitCode: 0, json: documentOf(harmonise(workspace.view(), request), { batch, decided }) };
    });
  },
});

function requestOf(args: CommandArguments): HarmonisationRequest {
  const text = option(args, 'domain') ?? 'job';
  const domain = CROSSWALK_DOMAINS.find((one): one is CrosswalkDomain => one === text);
  if (!domain) throw new UsageError(`--domain can be ${CROSSWALK_DOMAINS.join(', ')}, not "${text}".`);
  return {
    domain,
    entity: option(args, 'entity'),
    against: option(args, 'against'),
    version: integer(args, 'version'),
  };
}

function scoreOf(args: CommandArguments): number | null {
  const text = option(args, 'accept-above');
  if (text === null) return null;
  const score = Number(text);
  if (text.trim() === '' || !(score > 0 && score <= 1))
    throw new UsageError(`--accept-above takes a score above 0 and up to 1, not "${text}".`);
  return score;
}

/** The best suggestions of codes that nobody has decided on, from a score on, but for those decided by name. */
function suggestedAbove(
  workspace: Workspace,
  {
    request,
    above,
    accepted,
  }: { request: HarmonisationRequest; above: number | null; accepted: readonly CrosswalkDecision[] },
): CrosswalkDecision[] {
  if (above === null) return [];
  const named = new Set(accepted.map(({ code }) => code));
  const { codes } = harmonise(workspace.view(), request);
  return acceptBest(suggestedFrom(codes, above).filter(({ code }) => !named.has(code)));
}

function documentOf(model: HarmonisationModel, { batch, decided }: { batch: number | null; decided: number }): unknown {
  const { domain, entity, against, version, acceptAbove, codes, totals, history, missing } = model;
  return {
    entity: entity.code,
    against: against.code,
    domain,
    crosswalk_version: version,
    accept_above: acceptAbove,
    batch,
    decided,
    codes: codes.map(codeJson),
    totals: Object.entries(totals).map(([state, total]) => ({ state, ...total })),
    history: history.map(({ version: number, ...change }) => ({ crosswalk_version: number, ...change })),
    missing,
  };
}

function codeJson({ suggestions, ...code }: HarmonisedCode): unknown {
  return {
    ...code,
    suggestions: suggestions.map(({ reasons, ...suggestion }) => ({
      ...suggestion,
      reasons: reasons.map(({ text }) => text),
    })),
  };
}
