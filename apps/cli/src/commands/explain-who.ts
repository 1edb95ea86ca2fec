import { loadRuleSet, valueWords, whoSet, type LayerPlace, type Provenance } from '@joinery/kit'
import { exits, UsageError } from '../exits.ts'
import { placeOf } from '../input/rules.ts'
import { search } from '../input/search.ts'
import { clean, faultLines } from '../output/print-faults.ts'
import { print, say, shownPath } from '../terminal.ts'

/** Says who wrote a part of a rule set, and who changed it since, and why. */
export async function explainWho(name: string, id: string): Promise<number> {
  const loaded = loadRuleSet(placeOf(name), search())
  if (loaded.ruleSet === undefined) {
    say(faultLines(loaded.faults))
    return exits.badInput
  }
  const { found, hint } = whoSet(loaded, id)
  if (found.length === 0)
    throw new UsageError(`${loaded.ruleSet.id} has no principle, clause or indicator "${id}"${hint}`)
  await print(found.flatMap(linesOf).map(clean).join('\n') + '\n')
  return exits.fine
}

function linesOf({ id, kind, title, weight, writtenBy, changes }: Provenance): string[] {
  const standing = weight === undefined ? 'switched off' : `weight ${weight}`
  return [
    `${kind} ${id} (${standing}): ${title}`,
    `  written by ${layerWords(writtenBy)}`,
    ...changes.flatMap(({ field, from, to, because, ...layer }) => [
      `  ${field === 'off' ? 'switched off' : `${field}: ${shown(field, from)} → ${shown(field, to)}`}, by ${layerWords(layer)}`,
      `    because: ${because}`,
    ]),
  ]
}

/** A weight that nobody set is 1. */
function shown(field: string, value: unknown): string {
  return field === 'weight' && value === undefined ? '1' : valueWords(value)
}

function layerWords({ ruleSet, version = '', place }: LayerPlace): string {
  const where = place === undefined ? '' : ` at ${shownPath(place.file)}:${place.line ?? 1}:${place.column ?? 1}`
  return `${ruleSet} ${version}${where}`
}
