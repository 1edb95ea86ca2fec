import type { Figure } from '../document/blocks.ts'
import type { Subject } from '../document/subject.ts'
import { everyFormat } from '../document/document-format.ts'
import type { SectionBuilder } from './section.ts'

/** What is needed to get the same result again. */
export const provenance: SectionBuilder = {
  id: 'provenance',
  title: 'Where this comes from',
  formats: everyFormat,
  build: (subject) => [{ kind: 'figures', figures: figuresOf(subject) }],
}

function figuresOf({ result, ruleSet }: Subject): Figure[] {
  const { provenance: source } = result
  const layers = ruleSet.layers.map(({ id, version }) => `${id} ${version}`).join(', ')
  return [
    { label: 'Rule set', value: `${source.ruleSet} ${source.version} #${short(source.hash)}`, note: source.hash },
    ...(layers === '' ? [] : [{ label: 'Built on', value: layers, note: '' }]),
    { label: 'Method', value: source.method, note: '' },
    { label: 'As of', value: source.asOf, note: '' },
    { label: 'Scope', value: source.scope, note: '' },
    { label: 'Record', value: `#${short(source.inputHash)}`, note: source.inputHash },
    { label: 'Engine', value: source.engine, note: '' },
  ]
}

/** Enough of a hash to tell two apart at a glance. */
function short(hash: string): string {
  return hash.slice(0, 12)
}
