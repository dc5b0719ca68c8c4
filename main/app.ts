import { InputRefused, toFailure } from './contract/errors.ts';
import type { Api, ImportOutcome } from './contract/api.ts';
import { buildDeck } from './briefings/deck.ts';
import { evidenceRows } from './analyses/alignment/evidence-rows.ts';
import { comparables } from './briefings/comparables.ts';
import { filterOptions } from './briefings/filter-options.ts';
import { buildPage, outlines } from './briefings/registry.ts';
import { takeTarget } from './decisions/decide-target.ts';
import { integrationTargets } from './decisions/integration-targets.ts';
import { synergyLedger } from './decisions/ledger.ts';
import { overlapsOf, saveSynergy } from './decisions/save-synergy.ts';
import { planWave } from './decisions/plan-wave.ts';
import { dropWave, wavePlans } from './decisions/wave-plans.ts';
import { harmonisableEntities } from './harmonisation/harmonisable-entities.ts';
import { harmonise } from './harmonisation/harmonise.ts';
import { figureFor } from './metrics/figures.ts';
import { catalogue } from './metrics/registry.ts';
import type { LaunchReader } from './ports/processes.ts';
import { withdrawTarget } from './workspace/alignment-targets.ts';
import { assume, assumptionInfos } from './workspace/assumptions.ts';
import { batchInfos, workspaceInfo } from './workspace/batch-info.ts';
import { payCodeInfos } from './workspace/pay-code-info.ts';
import { cleanRoomOf, withholdRows } from './workspace/clean-room.ts';
import { quarantinedRows } from './workspace/quarantined-rows.ts';
import { requestPreview } from './workspace/request-preview.ts';
import { importSample } from './workspace/sample.ts';
import { strikeSynergy } from './workspace/synergy-ledger.ts';
import type { Workspace } from './workspace/workspace.ts';

export type AppPorts = {
  workspace: Workspace;
  name: string;
  resolveFile: (id: string) => { path: string; name: string };
  launchReader: LaunchReader;
  samplesFolder: string;
  readJson: (path: string) => unknown;
};

/** The use cases of an open workspace, one entry each. */
export function createApp(ports: AppPorts): Api {
  const { workspace, name } = ports;
  const jobs = new Map<string, AbortController>();

  const runJob = async <T>(job: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    if (jobs.size > 0)
      throw new InputRefused('busy', 'Another import is under way. Wait until it has ended, or stop it.');
    const controller = new AbortController();
    jobs.set(job, controller);
    try {
      return await work(controller.signal);
    } finally {
      jobs.delete(job);
    }
  };

  return {
    workspace: async () => workspaceInfo(workspace.view(), name),
    briefings: async () => outlines(),
    filterOptions: async () => filterOptions(workspace.view()),
    comparables: async () => comparables(workspace.view()),
    page: async (request) => buildPage(workspace.view(), request),
    figure: async ({ query }) => figureFor(workspace.view().seenIn(query.structure ?? null), query),
    rows: async (request) => evidenceRows(workspace.view().seenIn(request.query.structure ?? null), request),
    definitions: async () => catalogue(),
    preview: async ({ file, recipe, settings }) => {
      const preview = await requestPreview(ports.launchReader, { ...ports.resolveFile(file), recipe, settings });
      return cleanRoomOf(workspace.store) === null ? preview : withholdRows(preview);
    },
    importExtracts: ({ job, files }) =>
      runJob(job, async (signal) => {
        const outcomes: ImportOutcome[] = [];
        for (const { file, recipe, settings } of files) {
          const { path, name: base } = ports.resolveFile(file);
          try {
            outcomes.push({
              file: base,
              failure: null,
              report: await workspace.import({
                job,
                signal,
                path,
                file: base,
                kind: null,
                profile: null,
                recipe,
                settings,
              }),
            });
          } catch (error) {
            outcomes.push({ file: base, report: null, failure: toFailure(error) });
            if (signal.aborted) break;
          }
        }
        return outcomes;
      }),
    importSample: ({ job, sample }) =>
      runJob(job, async (signal) => {
        const reports = await importSample(workspace, {
          sample,
          folder: ports.samplesFolder,
          readJson: ports.readJson,
          job,
          signal,
        });
        return reports.map((report) => ({ file: report.file, report, failure: null }));
      }),
    cancel: async ({ job }) => jobs.get(job)?.abort(),
    batches: async () => batchInfos(workspace.store),
    undo: async ({ batch }) => workspace.undo(batch),
    quarantine: async (request) => quarantinedRows(workspace.store, request),
    payCodes: async () => payCodeInfos(workspace.view()),
    mapPayCode: async ({ payCode, payClass }) => workspace.mapPayCode(payCode, payClass),
    harmonisableEntities: async () => harmonisableEntities(workspace.view()),
    harmonisation: async (request) => harmonise(workspace.view(), request),
    decideCrosswalk: async ({ decisions, ...request }) => workspace.decide(request, decisions),
    assumptions: async () => assumptionInfos(workspace.store),
    assume: async ({ assumption, range }) => assume(workspace.store, assumption, range),
    integrationTargets: async () => integrationTargets(workspace.view()),
    decideTarget: async (decision) => takeTarget(workspace.view(), decision),
    withdrawTarget: async (target) => withdrawTarget(workspace.store, target),
    synergies: async () => synergyLedger(workspace.view()),
    saveSynergy: async ({ id, entry }) => {
      const saved = saveSynergy(workspace.view(), id, entry);
      return { overlaps: overlapsOf(workspace.view(), saved.id) };
    },
    strikeSynergy: async ({ id }) => strikeSynergy(workspace.store, id),
    waves: async () => wavePlans(workspace.view()),
    planWave: async (request) => planWave(workspace.store, request),
    strikeWave: async ({ name: wave }) => dropWave(workspace.view(), wave),
    cleanRoom: async () => workspace.view().cleanRoom(),
    setCleanRoom: async ({ on }) => workspace.setCleanRoom(on),
    check: async () => {
      const findings = workspace.check();
      return { ok: findings.length === 0, findings };
    },
    deck: async ({ briefing, filters }) => buildDeck(workspace.view(), { briefing, filters, workspace: name }),
  };
}
