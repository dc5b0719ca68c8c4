import { CROSSWALK_DOMAINS } from '../../contract/crosswalk-domains.ts';
import { column, defineKind } from './kind.ts';

export default defineKind({
  id: 'crosswalk',
  title: 'Crosswalk to a target model',
  columns: [
    column('domain', 'choice', 'What is mapped; jobs when blank', { choices: CROSSWALK_DOMAINS, whenBlank: 'job' }),
    column('entity', 'code', 'Entity whose job is mapped', { required: true }),
    column('job_code', 'code', 'Job in that entity; in other domains the supplier, unit, pay code or worker type', {
      required: true,
    }),
    column('target_job_code', 'code', 'Its counterpart in the target model; blank where it has none', {
      blankAnswers: true,
    }),
    column('share', 'number', 'Share of the job that the target takes; 1 when blank', { min: 0, max: 1, whenBlank: 1 }),
  ],
  needsOneOf: [['entity'], ['job_code'], ['target_job_code']],
  naturalKey: ['domain', 'entity', 'job_code'],
  dayColumns: [],
  versioned: true,
});
