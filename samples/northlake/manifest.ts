import type { Extract } from './extract.ts';

/** What the welcome page and the importer need to know about the sample; files in import order. */
export function manifestOf(extracts: readonly Extract[]): object {
  return {
    id: 'northlake',
    title: 'Northlake Health',
    description:
      'A fictional health system: three hospitals, clinics and home care, and Bayside Medical, acquired ten months ago. Thirty months to September 2026, with messy extracts.',
    fictional: true,
    currency: 'USD',
    period: { from: '2024-04', to: '2026-09' },
    files: extracts.map(({ file, kind, recipe, title, description }) => ({
      file,
      kind,
      ...(recipe ? { recipe } : {}),
      title,
      description,
    })),
  };
}
