import { defineBriefing } from './briefing.ts';

export default defineBriefing({
  id: 'cfo',
  title: 'CFO briefing',
  position: 1,
  pages: ['who_works', 'why_cost_moved', 'retention', 'trust'],
});
