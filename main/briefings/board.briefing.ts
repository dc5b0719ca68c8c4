import { defineBriefing } from './briefing.ts';

export default defineBriefing({
  id: 'board',
  title: 'Board deck',
  position: 4,
  pages: ['who_works', 'why_cost_moved', 'retention', 'trust'],
});
