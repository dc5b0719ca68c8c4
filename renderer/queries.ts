import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query';
import type { FigureQuery } from '../main/contract/figure.ts';
import type { HarmonisationRequest } from '../main/contract/harmonisation.ts';
import type { PageFilters } from '../main/contract/page.ts';
import { bridge } from './api.ts';

/**
 * Answers of the service, kept until the workspace changes (`invalidateQueries` after an import, an undo or a mapping).
 * `networkMode: 'always'` because the service is on this computer: being offline must not pause a query.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 10 * 60_000,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

export type PageRequest = { briefing: string; page: string; filters: PageFilters };

export const pageQuery = (request: PageRequest) => ({
  queryKey: ['page', request] as const,
  queryFn: () => bridge().api.page(request),
});

export const useWorkspace = () => useQuery({ queryKey: ['workspace'], queryFn: () => bridge().api.workspace() });

export const useBriefings = () => useQuery({ queryKey: ['briefings'], queryFn: () => bridge().api.briefings() });

export const useFilterOptions = () =>
  useQuery({ queryKey: ['filterOptions'], queryFn: () => bridge().api.filterOptions() });

export const useComparables = () => useQuery({ queryKey: ['comparables'], queryFn: () => bridge().api.comparables() });

export const useDefinitions = () => useQuery({ queryKey: ['definitions'], queryFn: () => bridge().api.definitions() });

export const useBatches = () => useQuery({ queryKey: ['batches'], queryFn: () => bridge().api.batches() });

export const usePayCodes = () => useQuery({ queryKey: ['payCodes'], queryFn: () => bridge().api.payCodes() });

export const useAssumptions = () => useQuery({ queryKey: ['assumptions'], queryFn: () => bridge().api.assumptions() });

export const useIntegrationTargets = () =>
  useQuery({ queryKey: ['integrationTargets'], queryFn: () => bridge().api.integrationTargets() });

export const useSynergies = () => useQuery({ queryKey: ['synergies'], queryFn: () => bridge().api.synergies() });

export const useWaves = () => useQuery({ queryKey: ['waves'], queryFn: () => bridge().api.waves() });

export const useCleanRoom = () => useQuery({ queryKey: ['cleanRoom'], queryFn: () => bridge().api.cleanRoom() });

export const useHarmonisableEntities = () =>
  useQuery({ queryKey: ['harmonisableEntities'], queryFn: () => bridge().api.harmonisableEntities() });

/** What was shown stays while a decision is taken in. */
export const useHarmonisation = (request: HarmonisationRequest | null) =>
  useQuery({
    queryKey: ['harmonisation', request],
    queryFn: () => bridge().api.harmonisation(request!),
    enabled: request !== null,
    placeholderData: keepPreviousData,
  });

/** The page before stays until the next is there, so that a filter never blanks the screen. */
export const usePage = (request: PageRequest) => useQuery({ ...pageQuery(request), placeholderData: keepPreviousData });

export const useFigure = (query: FigureQuery | null) =>
  useQuery({
    queryKey: ['figure', query],
    queryFn: () => bridge().api.figure({ query: query! }),
    enabled: query !== null,
  });
