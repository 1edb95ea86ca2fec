/** How a cell is read and written. */
type CellKind = 'text' | 'number' | 'yesNo' | 'texts' | 'literal'

/** A column of a sheet, and the field that it holds. */
export interface Column {
  readonly header: string
  /** The steps to the field in an item. */
  readonly key: readonly string[]
  readonly is: CellKind
  readonly width: number
  readonly choices?: readonly string[]
}

/** A sheet whose rows are the items of a list: at the top of the document, or in the items of another sheet. */
export interface Table {
  readonly sheet: string
  /** The steps to the list, from the document or from the item that it belongs to. */
  readonly at: readonly string[]
  readonly columns: readonly Column[]
  /** The field that rows of other sheets name an item by. */
  readonly name?: string
  /** The sheet whose items hold the list, and the column that names the item. */
  readonly of?: { readonly sheet: string; readonly header: string }
  /** Where the list is a map: the keys stand in the first column, the values in the second. */
  readonly isMap?: true
}

const text = (header: string, key = header.toLowerCase(), width = 24): Column => ({
  header,
  key: key.split('.'),
  is: 'text',
  width,
})
const long = (header: string, key = header.toLowerCase()) => text(header, key, 50)
const number = (header: string, key = header.toLowerCase()): Column => ({ ...text(header, key, 10), is: 'number' })
const yesNo = (header: string, key = header.toLowerCase()): Column => ({
  ...text(header, key, 12),
  is: 'yesNo',
  choices: ['yes', 'no'],
})
const texts = (header: string, key = header.toLowerCase()): Column => ({ ...text(header, key, 30), is: 'texts' })
const choice = (header: string, key: string, choices: readonly string[]): Column => ({
  ...text(header, key, 14),
  choices,
})

const guidance = [long('Title', 'title'), long('What', 'what'), long('Why', 'why'), long('How', 'how')]
const wording = [
  long('Statement', 'statement'),
  long('Unmet', 'unmet'),
  long('Next step', 'next'),
  number('Effort in minutes', 'effort'),
  long('Evidence', 'evidence'),
]
const factTypes = ['text', 'number', 'share', 'yesNo', 'date', 'texts', 'records']
const questionTypes = ['text', 'number', 'share', 'yesNo', 'date', 'choice', 'choices', 'texts', 'records']

/** Every sheet of lists, each after the sheet that its items belong to. */
export const tables: readonly Table[] = [
  {
    sheet: 'Levels',
    at: ['scale', 'levels'],
    columns: [number('Level'), text('Name'), long('Meaning')],
  },
  {
    sheet: 'Answers',
    at: ['answers', 'scale'],
    columns: [text('Answer', 'value'), number('Worth', 'share'), long('Label')],
  },
  {
    sheet: 'Reasons',
    at: ['answers', 'notApplicable', 'reasons'],
    columns: [text('Code'), long('Label')],
  },
  {
    sheet: 'Principles',
    at: ['reference', 'principles'],
    name: 'id',
    columns: [text('Id'), text('Citation', 'citation', 10), ...guidance, number('Weight')],
  },
  {
    sheet: 'Clauses',
    at: ['clauses'],
    name: 'id',
    of: { sheet: 'Principles', header: 'Principle' },
    columns: [text('Id'), text('Citation', 'citation', 10), ...guidance, number('Weight')],
  },
  {
    sheet: 'Indicators',
    at: ['practice', 'indicators'],
    name: 'id',
    columns: [
      text('Id'),
      text('Clause'),
      number('Level'),
      number('Weight'),
      yesNo('Critical'),
      ...wording,
      yesNo('May not apply', 'notApplicable'),
      texts('Requires'),
      texts('Formerly'),
      long('Source', 'source.note'),
      text('Source address', 'source.url'),
      text('Review by', 'source.reviewBy', 12),
    ],
  },
  {
    sheet: 'Changes',
    at: ['overrides'],
    name: 'target',
    columns: [
      text('Id', 'target'),
      yesNo('Off'),
      long('Because'),
      number('Weight', 'set.weight'),
      yesNo('Critical', 'set.critical'),
      yesNo('May not apply', 'set.notApplicable'),
      number('Effort in minutes', 'set.effort'),
      ...['title', 'what', 'why', 'how', 'statement', 'unmet'].map((key) => long(capital(key), `set.${key}`)),
      long('Next step', 'set.next'),
      long('Evidence', 'set.evidence'),
    ],
  },
  {
    sheet: 'Facts',
    at: ['facts'],
    name: 'id',
    columns: [
      text('Id'),
      choice('Type', 'type', factTypes),
      text('Title'),
      long('Description'),
      text('Unit'),
      choice('Visibility', 'visibility', ['shared', 'private']),
    ],
  },
  {
    sheet: 'Fact fields',
    at: ['fields'],
    of: { sheet: 'Facts', header: 'Fact' },
    isMap: true,
    columns: [text('Field'), choice('Type', 'type', factTypes.slice(0, 5))],
  },
  {
    sheet: 'Questions',
    at: ['instrument', 'questions'],
    name: 'id',
    columns: [
      text('Id'),
      choice('Type', 'type', questionTypes),
      long('Title'),
      long('Help'),
      text('Fact'),
      text('Clause'),
      text('As'),
    ],
  },
  {
    sheet: 'Choices',
    at: ['choices'],
    of: { sheet: 'Questions', header: 'Question' },
    columns: [text('Value'), long('Label')],
  },
  {
    sheet: 'Question fields',
    at: ['fields'],
    name: 'field',
    of: { sheet: 'Questions', header: 'Question' },
    columns: [text('Field'), long('Title'), long('Help')],
  },
  {
    sheet: 'Field choices',
    at: ['choices'],
    of: { sheet: 'Question fields', header: 'Question and field' },
    columns: [text('Value'), long('Label')],
  },
  {
    sheet: 'Presets',
    at: ['preset'],
    of: { sheet: 'Questions', header: 'Question' },
    isMap: true,
    columns: [text('Field'), { ...text('Value'), is: 'literal' }],
  },
  {
    sheet: 'Scopes',
    at: ['scopes'],
    name: 'id',
    columns: [
      text('Id'),
      text('Title'),
      long('Description'),
      number('Minutes'),
      texts('Indicators'),
      texts('Questions'),
    ],
  },
  { sheet: 'Lenses', at: ['lenses'], name: 'id', columns: [text('Id'), text('Title'), long('Description')] },
  {
    sheet: 'Lens elements',
    at: ['elements'],
    of: { sheet: 'Lenses', header: 'Lens' },
    columns: [text('Id'), long('Title'), texts('Indicators')],
  },
  {
    sheet: 'Plan',
    at: ['plan', 'sections'],
    name: 'id',
    columns: [text('Id'), number('Number'), text('Title'), long('Prompt'), yesNo('Short form', 'micro')],
  },
  {
    sheet: 'Plan parts',
    at: ['parts'],
    of: { sheet: 'Plan', header: 'Section' },
    columns: [text('Fact'), choice('View', 'view', ['shared', 'private'])],
  },
  {
    sheet: 'Competences',
    at: ['competences', 'items'],
    columns: [text('Id'), number('Number'), text('Group'), text('Title'), long('Low'), long('Mid'), long('High')],
  },
  { sheet: 'Segments', at: ['profile', 'segments'], columns: [text('Id'), long('Title')] },
  {
    sheet: 'Sizes',
    at: ['profile', 'sizeBands'],
    name: 'id',
    columns: [text('Id'), text('Title'), number('Below'), long('Evidence')],
  },
  ...['Cadence', 'Target'].map((header): Table => ({
    sheet: header === 'Cadence' ? 'Days between reviews' : 'Target levels',
    at: [header.toLowerCase()],
    of: { sheet: 'Sizes', header: 'Size' },
    isMap: true,
    columns: [text('Segment'), number(header)],
  })),
]

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1)
}
