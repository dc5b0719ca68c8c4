/** The pay classes a code can be given, as the product definition has them, with what they mean for hours. */
export const payClasses: { id: string; label: string; hours: string }[] = [
  { id: 'regular', label: 'Regular', hours: 'productive, worked and paid' },
  { id: 'overtime', label: 'Overtime', hours: 'productive, worked and paid' },
  { id: 'call_back', label: 'Call-back', hours: 'productive, worked and paid' },
  { id: 'orientation', label: 'Orientation and education', hours: 'worked and paid, not productive' },
  { id: 'paid_leave', label: 'Paid leave', hours: 'paid only' },
  { id: 'other_nonproductive', label: 'Other non-productive', hours: 'paid only' },
  { id: 'differential', label: 'Differential', hours: 'money only: the hour is counted elsewhere' },
  { id: 'on_call', label: 'On-call (standby)', hours: 'money only: standby is not work' },
  { id: 'incentive', label: 'Incentive', hours: 'money only' },
  { id: 'employer_cost', label: 'Employer cost', hours: 'money only: benefits and taxes' },
];
