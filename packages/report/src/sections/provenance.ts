import type { Figure } from '../document/blocks.ts'
import type { Subject } from '../document/subject.ts'
import { everyFormat } from '../document/document-format.ts'
import type { SectionBuilder } from './section.ts'

/** What is needed to get the same result again. */
export const provenance: SectionBuilder = {
  id: 'provenance',
  formats: everyFormat,
  build: (subject) => [{ kind: 'figures', figures: figuresOf(subject) }],
}

function figuresOf({ result, ruleSet, words: { origin } }: Subject): Figure[] {
  const { provenance: source } = result
  const layers = ruleSet.layers.map(({ id, version }) => `${id} ${version}`).join(', ')
  return [
    { label: origin.ruleSet, value: `${source.ruleSet} ${source.version} #${short(source.hash)}`, note: source.hash },
    ...(layers === '' ? [] : [{ label: origin.builtOn, value: layers, note: '' }]),
    { label: origin.method, value: source.method, note: '' },
    { label: origin.asOf, value: source.asOf, note: '' },
    { label: origin.scope, value: source.scope, note: '' },
    { label: origin.record, value: `#${short(source.inputHash)}`, note: source.inputHash },
    { label: origin.engine, value: source.engine, note: '' },
  ]
}

/** Enough of a hash to tell two apart at a glance. */
function short(hash: string): string {
  return hash.slice(0, 12)
}
