/** The first sheet: what the others are for, in plain words. It is not read when the workbook is imported. */
export function readMeRows(title: string, isOverlay: boolean): string[][] {
  const lines = [
    `This workbook holds the rule set "${title}". Change what you like in it, save it, and read it back with:`,
    'joinery import-xlsx FILE.xlsx --out FOLDER',
    '',
    'What is wrong is told with its sheet and cell, all of it at once. Nothing is published by importing: run "joinery check" and "joinery test" after it.',
    '',
    'The sheets',
    'Rule set: what is said once: name, version, language, licence, method.',
    ...(isOverlay
      ? [
          'Changes: what this rule set changes in the one that it extends. Id is a principle, clause or indicator there. Because is shown to everybody who asks.',
        ]
      : ['Levels, Answers: the levels that scores are given on, and how statements may be answered.']),
    'Principles, Clauses, Indicators: what is asked. An indicator is one statement that a person can answer, at one level of one clause.',
    'Conditions: what a record must say for an indicator to be met. See below.',
    'Questions, Choices, Question fields: what a person is asked, and the fact that the answer writes.',
    'Facts: data of your own, under ext.',
    'Scopes, Lenses, Plan, Competences, Sizes, Segments: the rest of the rule set.',
    'Texts: all texts with one column for each other language. Add a language by writing its code, such as de, as the header of a new column.',
    'Words: the facts and comparisons that conditions may use, with what they mean. It is not read back.',
    'Other: what fits no other sheet, as JSON. Leave it alone.',
    '',
    'How to write a condition',
    'Each row is one step of a tree. Step 1 is the whole; 1.1 and 1.2 are its parts; 1.2.1 is a part of 1.2.',
    'Is says how the parts count: all of them, any of them, not the one below; test compares a fact with a value; condition refers to one that has a name.',
    'A test has a fact (such as rmp.owner), a comparison (such as given or greaterThanInclusive) and a value.',
    'Value is says what kind of value it is. With "fact", the value is another fact: it stands in a row of its own, with the step and ".value".',
    'For facts about lists (count, share, every, newest), Of list names the list. Which items count stands in rows with ".where" after the step, what is asked of them with ".that".',
    'Rule says whose condition it is: the id of an indicator; "change: ID" for a change; "applies: ID" for when a clause applies; "named: NAME" for one with a name.',
    '',
    'Rules of the house',
    'Ids are permanent: never use one again for something else. An empty cell says nothing. (none) says that a list is empty. Lists have one item a line.',
    'Formulas are not worked out: write the value. Colours, widths and the order of columns do not matter.',
  ]
  return lines.map((line) => [line])
}
