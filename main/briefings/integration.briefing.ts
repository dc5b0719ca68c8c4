import { defineBriefing } from './briefing.ts';

export default defineBriefing({
  id: 'integration',
  title: 'Integration briefing',
  position: 3,
  pages: [
    'alignment',
    'where_it_differs',
    'closing_money',
    'side_by_side',
    'is_it_closing',
    'integration_days',
    'synergies',
    'trust',
  ],
});
