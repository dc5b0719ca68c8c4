import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatNumber } from '../../main/contract/format.ts';
import type { CrosswalkDecision, HarmonisationRequest } from '../../main/contract/harmonisation.ts';
import { bridge, failureOf } from '../api.ts';
import { useAppStore } from '../shell/store.ts';

export type Decide = {
  /** Stores decisions as a batch; `said` tells of them when that is done. */
  decide: (decisions: CrosswalkDecision[], said: string) => Promise<void>;
  isDeciding: boolean;
};

export function useDecide(request: HarmonisationRequest): Decide {
  const client = useQueryClient();
  const store = useAppStore();
  const mutation = useMutation({
    mutationFn: (decisions: CrosswalkDecision[]) => bridge().api.decideCrosswalk({ ...request, decisions }),
    onSuccess: () => client.invalidateQueries(),
    onError: (error) => store.getState().say({ tone: 'failed', text: failureOf(error).message, hint: null }),
  });
  return {
    isDeciding: mutation.isPending,
    decide: async (decisions, said) => {
      const { batch, version } = await mutation.mutateAsync(decisions);
      store.getState().say(
        batch === null
          ? { tone: 'done', text: 'Nothing changed: it was decided like this before.', hint: null }
          : {
              tone: 'done',
              text: said,
              hint: `Version ${formatNumber(version)}, batch ${formatNumber(batch)}; it can be undone.`,
            },
      );
    },
  };
}
