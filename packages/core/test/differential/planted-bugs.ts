/** One edit that makes the compiled evaluator wrong. */
export interface PlantedBug {
  readonly name: string
  /** Below `packages/core/src`. */
  readonly file: string
  /** Stands in the file exactly once. */
  readonly find: string
  readonly replace: string
}

type Edits = readonly (readonly [name: string, find: string, replace: string])[]

const edits: Readonly<Record<string, Edits>> = {
  'operators/comparisons.ts': [
    ['"less than" includes the limit', '(fact as number) < (value', '(fact as number) <= (value'],
    ['"greater than" includes the limit', '(fact as number) > (value', '(fact as number) >= (value'],
    ['"not in" is "in"', '.indexOf(fact) === -1', '.indexOf(fact) > -1'],
    ['text that is no number is compared', '!Number.isNaN(Number.parseFloat(fact as string))', 'fact !== null'],
    [
      '"contains" looks into text',
      ' contains: (fact, value) => Array.isArray(fact) && fact',
      ' contains: (fact: any, value) => fact',
    ],
    [
      '"does not contain" is true of what is no list',
      'doesNotContain: (fact, value) => Array.isArray(fact) && fact',
      'doesNotContain: (fact: any, value) => !Array.isArray(fact) || fact',
    ],
    ['"equal" takes "5" for 5', ' equal: (fact, value) => fact === value', ' equal: (fact, value) => fact == value'],
  ],
  'operators/dates.ts': [
    ['today is not within', 'days >= 0', 'days > 0'],
    ['the last day is not within', 'days <= (most', 'days < (most'],
    ['a future date lies within the past days', 'days >= 0 && ', ''],
    ['today lies in the future', '> asOf,', '>= asOf,'],
    ['"no" counts as given', 'fact !== false && ', ''],
    ['an empty list counts as given', ' && fact.length === 0)', ' && fact.length < 0)'],
  ],
  'day.ts': [
    ['30 February is a day', 'day > lengthOfMonth(year, month)', 'day > 31'],
    ['a time of day is a day', 'value.length !== 10', 'value.length < 10'],
    ['days before March are a day off', 'month > 2 ? -3 : 9', 'month > 2 ? -3 : 8'],
  ],
  'operators/lift.ts': [
    ['unknown is false', 'value === undefined) return UNKNOWN', 'value === undefined) return FALSE'],
    ['not due is false', 'value === notDue) return NOT_DUE', 'value === notDue) return FALSE'],
    ['an open list is certain', 'stateOf(operator.uncertain) ? UNKNOWN', 'stateOf(operator.uncertain) ? undefined'],
    ['a whole list is uncertain', '|| run.whole.has(fact)', '|| !Array.isArray(fact)'],
    ['an error is false', 'catch {\n    return ERROR', 'catch {\n    return FALSE'],
    [
      'the ends of an interval are swapped',
      'left.most < right.least, left.least >= right.most',
      'left.least < right.least, left.most >= right.most',
    ],
    ['"not" leaves intervals as they are', 'negated ? notOf(state) : state', 'state'],
    ['"swap" leaves intervals as they are', '[fact, value] = [value, fact]', '[fact, value] = [fact, value]'],
    ['an interval equals its lower end', 'orderState(fixed && ', 'orderState('],
    ['an interval is never among values', 'else if (states.has(UNKNOWN)) state = UNKNOWN', ''],
    ['the longest limit is left out', '!within(fact, range.most', '!within(fact, range.least'],
    [
      'what is unknown outside an item is false',
      'value === unknownOutside) return UNKNOWN',
      'value === unknownOutside) return FALSE',
    ],
  ],
  'operators/operator.ts': [
    ['decorators apply in reverse order', 'decorators.reduceRight(', 'decorators.reduce('],
    ['"swap" is ignored', 'next(value, fact, asOf)', 'next(fact, value, asOf)'],
    ['"not" is ignored', '!next(fact, value, asOf)', 'next(fact, value, asOf)'],
    ['"everyFact" is false of an empty list', ' && fact.every(', ' && fact.length > 0 && fact.every('],
    ['"someFact" looks at the first one only', 'fact.some(', 'fact.slice(0, 1).some('],
    ['"everyValue" is "someValue"', '(value as unknown[]).every(', '(value as unknown[]).some('],
    ['"not" keeps what is uncertain', '? undefined : !holds', '? undefined : holds'],
  ],
  'operators/state.ts': [
    ['"not" of unknown is true', 'return state === FALSE ? TRUE : state', 'return TRUE'],
    ['"any" is "all"', '{ decisive: TRUE, ordinary: FALSE }', '{ decisive: FALSE, ordinary: TRUE }'],
    ['what is not due counts', 'return state === ordinary ? ordinary : result', 'return ordinary'],
    ['an error is merely unknown', 'result === ERROR) return ERROR', 'result === ERROR) return UNKNOWN'],
  ],
  'evaluate/layout.ts': [
    [
      'what comes later overrules what decides',
      'if (state === decisive) return decisive',
      'if (state === decisive) { result = state; continue }',
    ],
    ['a branch takes the place of another', 'places.set(key, places.size)', 'places.set(key, places.size - 1)'],
    ['a test looks for changes of the fact only', ' || right === slot', ''],
  ],
  'evaluate/test-groups.ts': [
    ['a value that is read is ignored', 'values[slot], frame.values[right]', 'values[slot], frame.values[slot]'],
    ['the quick "less than" includes the limit', 'value < limits[test]!', 'value <= limits[test]!'],
    ['the quick "not equal" is "equal"', 'equalRun(group, FALSE, TRUE)', 'equalRun(group, TRUE, FALSE)'],
    ['one operator stands for all on a fact', 'isEveryday(test) ? test.operator : key', "isEveryday(test) ? '' : key"],
    [
      'only the first test of an unknown fact is unknown',
      'UNKNOWN, from, from + values.length',
      'UNKNOWN, from, from + 1',
    ],
  ],
  'evaluate/items.ts': [
    ['a field left out is unknown', 'if (fact === missing) return FALSE', 'if (fact === missing) return UNKNOWN'],
    ['a value left out is unknown', 'value === missing ? FALSE', 'value === missing ? UNKNOWN'],
    ['the quick "equal" on an item is never true', 'stateOf(fact === literal)', 'stateOf(fact === undefined)'],
    [
      'what is unknown outside an item equals nothing',
      "isPlain && typeof fact === 'string'",
      "isPlain && typeof fact !== 'object'",
    ],
    [
      'a branch on an item forgets those before it',
      'joined(result, state, ordinary)',
      'joined(NOT_DUE, state, ordinary)',
    ],
    ['a list read twice outside an item equals itself', 'slotOf: compiler.valueSlotOf', 'slotOf: compiler.slotOf'],
  ],
  'evaluate/list-facts.ts': [
    ['of two newest items the first is taken', 'day >= newestDay', 'day > newestDay'],
    ['without dates the first item is the newest', 'items.at(-1)', 'items.at(0)'],
    ['an open list is counted as whole', 'isWhole ? hold + maybeHold : Number.POSITIVE_INFINITY', 'hold + maybeHold'],
    ['the share leaves out items that may pass', 'hold / (sure + maybeFail + maybeOpen)', 'hold / sure'],
    ['every one of none is true', 'maybeHold > 0 ? undefined : notDue', 'maybeHold > 0 ? undefined : true'],
    ['empty text counts as an item', "items.filter((item) => item !== '')", 'items'],
    ['an item that may pass does not', 'if (passes === FALSE) continue', 'if (passes !== TRUE) continue'],
  ],
  'evaluate/readers.ts': [
    ['a list read twice equals itself', "isOwn ? 'value ' : ''", "isOwn ? '' : ''"],
    [
      'a path into a plain value gives nothing',
      'followPath(value, path, run.whole) : value',
      'followPath(value, path, run.whole) : undefined',
    ],
    [
      'readings of one fact share a slot',
      'slotFor(JSON.stringify(reading), ',
      'slotFor(JSON.stringify(reading).slice(0, 30), ',
    ],
    ['empty text was given', "if (value === null || value === '') return", 'if (value === null) return'],
    ['a name reads what is inherited', 'if (isInherited && !Object.hasOwn(value, name)) return undefined', ''],
  ],
  'evaluate/compile.ts': [
    [
      'values stay from one record to the next',
      '= reads[slot]!(frame)',
      '= (reads[slot] as { kept?: unknown }).kept ??= reads[slot]!(frame)',
    ],
    ['a list that is whole now stays open', '? asBefore : changed', '? asBefore : asBefore'],
    [
      'what is taken away stays',
      'part !== before.parts[place]) return',
      '(part !== before.parts[place] && part !== undefined)) return',
    ],
    ['what is structured and the same has the same marks', " && typeof value !== 'object'", ''],
    [
      'of several parts the first one counts',
      'if (slot === last || news',
      'if (slot === last) continue\n    last = slot\n    if (news',
    ],
  ],
  'evaluate/sources.ts': [
    ['derived facts follow from their own part only', '[part, ...(derivedFrom[id] ?? [])]', '[part]'],
    ['what lies outside the items does not change', 'collectTree(reading.where, sources)', ''],
    ['the profile never changes', "part === 'profile' ? profileFrom", "part === 'profile' ? []"],
  ],
  'score/clause-scorers.ts': [
    ['every clause applies', 'undefined ? TRUE : evaluation.appliesOf(clause.id)', 'undefined ? TRUE : TRUE'],
    ['a clause is kept as if nobody confirmed it', '(confirmed ? 1 : 0)', '0'],
    ['a clause is kept as if it applied', 'state * 2', '2'],
    ['what does not apply asks something', "applies === 'no' ? [] : indicators", 'indicators'],
    ['parts are added up, however many there are', 'part % 3 === 2 || part', 'part'],
    ['a clause is kept by its first part', '(isLast ? 97 : 1)', '(isLast ? 0 : 1)'],
    ['a part that is false is kept as unknown', 'shares = [4, 1', 'shares = [0, 1'],
    ['a clause is kept by the first parts of its indicators', 'parts.push(firstPart + part)', 'parts.push(firstPart)'],
    ['a clause is kept whatever was answered', 'byIndicator.size > 0', 'byIndicator.size > 999'],
    ['a clause is kept by its first answer', 'unit *= answers.length + 1', 'unit *= 0'],
  ],
  'score/kept-clauses.ts': [
    ['what does not count is added up', 'if (parts > 0) addChild', 'addChild'],
    ['a row holds the score for the potential', 'score.score, score.potential,', 'score.score, score.score,'],
    ['a row holds what is known for what is true', 'tally.known, tally.trueParts,', 'tally.known, tally.known,'],
  ],
  'score/method.ts': [
    ['the last level counts for the lowest', 'Math.min(sums.lowLevel, level)', 'level'],
    ['weights are left out of the sum', 'sums.weights += weight', 'sums.weights += 1'],
  ],
  'score/score-scope.ts': [
    ['what may apply is sure to', 'isSure = false', 'isSure = true'],
    ['graded evidence supports nothing', '+= supportOf(score', '+= 0 * supportOf(score'],
  ],
  'score/verdicts.ts': [
    ['a verdict looks at the first part only', 'end = firstPart + length', 'end = firstPart + 1'],
    ['a verdict takes what is partly so for met', "'met', 'partly'] as", "'met', 'met'] as"],
    ['a verdict does not know what is unknown', '|| (found >> UNKNOWN) % 2 > 0', ''],
    ['a verdict does not notice a failure', 'found >> ERROR > 0', 'found >> ERROR > 1'],
  ],
  'rule-set/path.ts': [
    ['a wildcard takes the first item only', 'return Object.values(value)', 'return Object.values(value).slice(0, 1)'],
    ['a wildcard that finds nothing gives an empty list', 'if (found.length === 0) return undefined', ''],
    ['what a wildcard finds is always whole', 'if (!open) whole.add', 'whole.add'],
    ['a list inside an item is open', 'if (insideItem) for', 'if (current === value) for'],
    ['a path reads what is inherited', 'Object.hasOwn(value, key) ?', 'key in value ?'],
  ],
  'facts/derived-facts.ts': [
    ['meetings to come are contacts', 'filter((day) => day <= run.asOf)', 'filter(() => true)'],
    ['the smaller share counts', 'Math.max(revenue, spend)', 'Math.min(revenue, spend)'],
  ],
  'facts/derived-fields.ts': [['what is due today is overdue', 'due < asOf', 'due <= asOf']],
  'facts/record.ts': [['empty text is a value', "value === null || value === ''", 'value === null']],
  'facts/run.ts': [['an empty list says something', 'list.length === 0 && !run.whole.has(list)', 'list.length < 0']],
  'facts/profile.ts': [['a firm of ten is below ten', 'headcount < below', 'headcount <= below']],
}

/** Mistakes that somebody could make in the compiled evaluator; comparing has to find every one of them. */
export const plantedBugs: readonly PlantedBug[] = Object.entries(edits).flatMap(([file, list]) =>
  list.map(([name, find, replace]) => ({ name, file, find, replace })),
)
