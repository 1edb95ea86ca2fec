/** Words of a plan as a spreadsheet, beside those of the plan. */
export const planFileWords = {
  plan: 'What to do next',
  effort: 'Time',
}
