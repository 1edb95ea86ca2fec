/** What a check of a rule set found: `fault` keeps the rule set from loading, `advice` does not. */
export type Severity = 'fault' | 'advice'
