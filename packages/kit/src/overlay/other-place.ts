import { isPlainObject, pointerOf, type Fault, type RuleSetDocument } from '@joinery/core'
import { stepsOf } from '../json/json-source.ts'
import type { LoadedRuleSet } from '../rule-set/loaded-rule-set.ts'
import { layerWhere, placeWords } from './layers.ts'
import { ownPlaceOf } from './who-set.ts'

interface Layer {
  readonly own: RuleSetDocument | undefined
  readonly base: LoadedRuleSet | undefined
  readonly locate: LoadedRuleSet['locate']
}

/** Where two layers, or two places of one layer, say different things, the other place is named too. */
export function withOtherPlace(fault: Fault, layer: Layer): Fault {
  const other = otherPlaceOf(fault, layer)
  return other === undefined ? fault : { ...fault, message: `${fault.message}; ${other}` }
}

function otherPlaceOf({ code, path, value }: Fault, { own, base, locate }: Layer): string | undefined {
  const [part, name, field] = stepsOf(path)
  if (part === 'overrides' && code === 'conflict') {
    const first = (own?.overrides ?? []).findIndex(({ target }) => target === value)
    return `the first one is ${placeWords(locate, `/overrides/${first}`)}`
  }
  if (typeof value !== 'string' || base === undefined) return undefined
  if (part === 'overrides' && field === 'target' && code === 'unknown-id') return switchedOffAt(base, value)
  if (part === 'conditions' && code === 'conflict') return conditionAt(base, name!)
  return code === 'duplicate' ? idAt(base, value) : undefined
}

function switchedOffAt(base: LoadedRuleSet, id: string): string | undefined {
  const change = base.ruleSet?.changes.find(({ target, field }) => target === id && field === 'off')
  if (change === undefined) return undefined
  const at = layerWhere(base, (own) => {
    const index = (own.overrides ?? []).findIndex(({ target, off }) => target === id && off === true)
    return index < 0 ? undefined : `/overrides/${index}/off`
  })
  return `"${change.ruleSet}" has switched it off${at === undefined ? '' : ` at ${at}`}; take one of the two changes back`
}

function conditionAt(base: LoadedRuleSet, name: string): string | undefined {
  const at = layerWhere(base, ({ conditions }) =>
    isPlainObject(conditions) && Object.hasOwn(conditions, name) ? pointerOf('conditions', name) : undefined,
  )
  return at === undefined ? undefined : `the other one stands at ${at}`
}

function idAt(base: LoadedRuleSet, id: string): string | undefined {
  const at = layerWhere(base, (own) => ownPlaceOf(own, id) ?? listedAt(own, id))
  return at === undefined ? undefined : `the other one stands at ${at}`
}

function listedAt(own: RuleSetDocument, id: string): string | undefined {
  const question = (own.instrument?.questions ?? []).findIndex((one) => one.id === id)
  if (question >= 0) return `/instrument/questions/${question}`
  const fact = (own.facts ?? []).findIndex((one) => one.id === id)
  return fact < 0 ? undefined : `/facts/${fact}`
}
