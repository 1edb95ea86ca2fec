/** Words of what somebody does with a plan: writes beside its steps, sees all of them, takes it away. */
export const planToolWords = {
  plan: 'What to do next',
  effort: 'Time',
  owner: 'Who',
  due: 'By when',
  done: 'Done',
  more: (count: string) => `Show all ${count}`,
  csv: 'Spreadsheet (CSV)',
  calendar: 'Calendar (ICS)',
}
