import { defineProfile, normaliseHeader } from '../profile.ts';
import { CMS_PROVIDER_NUMBER } from '../recipe.ts';

/** Job codes are the column stems of the eight nurse roles, spelt as CMS spells them. */
export const PBJ_JOBS = ['RNDON', 'RNadmin', 'RN', 'LPNadmin', 'LPN', 'CNA', 'NAtrn', 'MedAide'] as const;

/** Roles that give care at the bedside (DEFINITIONS, "PBJ"). */
export const PBJ_DIRECT_CARE: ReadonlySet<string> = new Set(['RN', 'LPN', 'CNA', 'NAtrn', 'MedAide']);

/**
 * CMS Payroll-Based Journal, daily nurse staffing: a row per facility and day, wide by role.
 * The published files and re-saved ones differ in the case of headers and in extra columns.
 */
export default defineProfile({
  id: 'cms_pbj',
  title: 'CMS Payroll-Based Journal, daily nurse staffing',
  kind: 'staffing',
  recognise(header) {
    const byName = new Map(header.map((name) => [normaliseHeader(name), name]));
    const find = (name: string) => byName.get(normaliseHeader(name));
    const site = find('PROVNUM');
    const day = find('WorkDate');
    if (!site || !day) return null;
    const unpivot = PBJ_JOBS.flatMap((job) => {
      const internal = find(`Hrs_${job}_emp`);
      const external = find(`Hrs_${job}_ctr`);
      if (!internal && !external) return [];
      return [
        {
          job_code: job,
          ...(internal ? { internal_hours: internal } : {}),
          ...(external ? { external_hours: external } : {}),
        },
      ];
    });
    if (unpivot.length === 0) return null;
    const named = {
      site_name: find('PROVNAME'),
      census: find('MDScensus'),
      state: find('STATE'),
      county: find('COUNTY_NAME'),
    };
    const mapping = header.map((source) => ({
      source,
      target: targetOf(source),
      confidence: targetOf(source) ? 1 : 0,
    }));
    const foundNamed = Object.values(named).filter(Boolean).length;
    return {
      confidence: (2 + unpivot.length + foundNamed) / (2 + PBJ_JOBS.length + 4),
      mapping,
      recipe: {
        kind: 'staffing',
        columns: {
          site: { from: site, format: CMS_PROVIDER_NUMBER },
          work_date: day,
          ...(named.site_name ? { site_name: named.site_name } : {}),
          ...(named.census ? { census: named.census } : {}),
          ...(named.state ? { 'attribute:state': named.state } : {}),
          ...(named.county ? { 'attribute:county': named.county } : {}),
        },
        unpivot,
        values: {},
        constants: {},
        attributes: [],
        settings: {},
      },
    };
  },
});

function targetOf(source: string): string | null {
  const name = normaliseHeader(source);
  if (name === 'provnum') return 'site';
  if (name === 'provname') return 'site_name';
  if (name === 'workdate') return 'work_date';
  if (name === 'mdscensus') return 'census';
  if (name === 'state') return 'attribute:state';
  if (name === 'county_name') return 'attribute:county';
  const job = PBJ_JOBS.find(
    (code) => name === `hrs_${code.toLowerCase()}_emp` || name === `hrs_${code.toLowerCase()}_ctr`,
  );
  if (!job) return null;
  return `${name.endsWith('_emp') ? 'internal_hours' : 'external_hours'} of ${job}`;
}
