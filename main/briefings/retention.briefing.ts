import { defineBriefing } from './briefing.ts';

export default defineBriefing({
  id: 'retention',
  title: 'Retention briefing',
  position: 2,
  pages: ['retention', 'cohorts', 'leavers', 'post_close', 'cost_of_leaving', 'trust'],
});
