import { rateCompetences, type CompetenceRating, type CompetenceReview } from '@joinery/core'
import { exits } from '../exits.ts'
import { oneRelationship } from '../input/one-relationship.ts'
import { ruleSetOf } from '../input/rules.ts'
import { refuseWrong } from '../input/scorer.ts'
import { choiceOf, readOptions, today } from '../options.ts'
import { clean } from '../output/print-faults.ts'
import { print } from '../terminal.ts'
import type { Command } from './command.ts'

const help = `Shows how people were rated on the items of Annex B: by themselves, by a colleague, by the partner. Private to your firm.

usage: joinery skills FILE [--format table|json] [--rules NAME|PATH] [--as-of YYYY-MM-DD]

The lowest of two or more groups counts, ratings hold for two years, and each person gets one step to work on, with a day to look again.
`

const options = {
  format: { type: 'string' },
  rules: { type: 'string' },
  'as-of': { type: 'string' },
} as const

export const skills: Command = { help, run: runSkills }

async function runSkills(words: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(words, options)
  const format = choiceOf('format', values.format, ['table', 'json'])
  const ruleSet = ruleSetOf(values.rules ?? 'iso-44003')
  if (ruleSet === undefined) return exits.badInput
  const record = await oneRelationship(positionals, ruleSet, 'look into')
  if (record === undefined) return exits.badInput
  const asOf = values['as-of'] ?? today()
  const review = refuseWrong(() => rateCompetences(ruleSet, record, { asOf }))
  await print(format === 'json' ? `${JSON.stringify(review, undefined, 2)}\n` : linesOf(review))
  return exits.fine
}

function linesOf({ ratings, steps, tooMany }: CompetenceReview): string {
  if (ratings.length === 0)
    return 'Nobody was rated in the last two years. Rate what you saw in the last six months, and ask a colleague to do the same.\n'
  const people = [...new Set(ratings.map(({ person }) => person))]
  const lines = people.flatMap((person) => {
    const own = ratings.filter((rating) => rating.person === person)
    const step = steps.find((candidate) => candidate.person === person)
    const next = step === undefined ? [] : [`  Next, until ${step.by}: ${step.title}. Aim for this: ${step.act}`]
    const asked = tooMany.includes(person) ? ['  The partner was asked about more than four items; ask for fewer.'] : []
    return [person, ...own.map(ratingLine), next, asked].flat()
  })
  return `${lines.map(clean).join('\n')}\n`
}

function ratingLine({ title, ratings, score, spread }: CompetenceRating): string {
  const given = (['self', 'peer', 'partner'] as const).flatMap((rater) => {
    return ratings[rater] === undefined ? [] : [`${rater === 'peer' ? 'colleague' : rater} ${ratings[rater]}`]
  })
  const counts =
    score === null ? 'one view alone does not count' : `counts ${score}${spread === 0 ? '' : `, ${spread} apart`}`
  return `  ${title.padEnd(28)}  ${given.join(', ')}: ${counts}`
}
