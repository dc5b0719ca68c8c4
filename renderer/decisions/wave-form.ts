import type { Wave } from '../../main/contract/decisions.ts';

/** The wave that its fields make up; null with what is missing. */
export function readWave(form: Wave): { wave: Wave | null; problem: string | null } {
  const name = form.name.trim();
  if (name === '') return { wave: null, problem: 'Give the wave a name.' };
  if (form.due === '') return { wave: null, problem: 'Choose the day by which it is due.' };
  return { wave: { name, due: form.due }, problem: null };
}
