/** What a rule set says once, by its place in the document. */
export const singles: readonly { readonly key: string; readonly is: 'text' | 'number'; readonly about: string }[] = [
  { key: 'formatVersion', is: 'number', about: 'Version of the format; always 1' },
  { key: 'id', is: 'text', about: 'Permanent: lower-case words joined by hyphens' },
  { key: 'version', is: 'text', about: 'major.minor.patch; "joinery diff" says which number has to rise' },
  { key: 'title', is: 'text', about: 'A short name' },
  { key: 'description', is: 'text', about: 'What the rule set is for' },
  { key: 'notice', is: 'text', about: 'What must be said beside every result' },
  { key: 'language', is: 'text', about: 'Language of the texts, for example en' },
  { key: 'provider.name', is: 'text', about: 'Who publishes it' },
  { key: 'provider.url', is: 'text', about: 'Where to find them' },
  { key: 'licence', is: 'text', about: 'SPDX name of the licence of the texts and rules' },
  { key: 'source.note', is: 'text', about: 'Where the numbers in the conditions come from' },
  { key: 'source.url', is: 'text', about: 'Where to read it' },
  { key: 'source.reviewBy', is: 'text', about: 'The day by which somebody looks at them again, as 2027-04-30' },
  { key: 'extends.ruleSet', is: 'text', about: 'The rule set that this one builds on' },
  { key: 'extends.version', is: 'text', about: 'The versions it was written for, for example ^1.0.0' },
  { key: 'extends.hash', is: 'text', about: 'Content hash of that rule set, to pin it' },
  { key: 'scale.top', is: 'number', about: 'Highest score' },
  { key: 'method.name', is: 'text', about: 'gated-v1, weighted-mean-v1 or weakest-link-v1' },
  { key: 'answers.notApplicable.limit', is: 'number', about: 'Largest share of "does not apply" in a principle' },
]

/** Numbers of the method stand below this key, one a row. */
export const parameterKey = 'method.parameters.'
