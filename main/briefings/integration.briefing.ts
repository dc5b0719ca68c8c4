import { defineBriefing } from './briefing.ts';

export default defineBriefing({
  id: 'integration',
  title: 'Integration briefing',
  position: 3,
  pages: ['alignment', 'closing_money', 'side_by_side', 'integration_days', 'synergies', 'trust'],
});
