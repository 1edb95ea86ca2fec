/** Words of the radar. */
export const radarWords = {
  profileChart: (high: string, low: string) =>
    `Chart of all principles. Highest: ${high}. Lowest: ${low}. The table says the same.`,
}

/** What its two shapes are. */
export const shapeWords = {
  today: 'Today',
  possible: 'Possible',
}
