import { useMutation, useQueryClient } from '@tanstack/react-query';
import { failureOf } from '../api.ts';
import { useAppStore } from '../shell/store.ts';

/** What is told of a decision that was carried out. */
export type Said = { text: string; hint?: string | null };

export type Change = {
  /** Carries a decision out; `work` answers with what is told of it. False where it was refused. */
  change: (work: () => Promise<Said>) => Promise<boolean>;
  isChanging: boolean;
  /** Why the last one was refused, in a sentence; null where it was not. */
  refusal: string | null;
};

/** Takes decisions, tells of them, and has everything asked anew: any figure may rest on them. */
export function useChange(): Change {
  const client = useQueryClient();
  const store = useAppStore();
  const mutation = useMutation({
    mutationFn: (work: () => Promise<Said>) => work(),
    onSuccess: async ({ text, hint = null }) => {
      await client.invalidateQueries();
      store.getState().say({ tone: 'done', text, hint });
    },
  });
  return {
    change: (work) =>
      mutation.mutateAsync(work).then(
        () => true,
        () => false,
      ),
    isChanging: mutation.isPending,
    refusal: mutation.isError ? failureOf(mutation.error).message : null,
  };
}
