import { perceptionGaps, type Path, type Result } from '@joinery/core'
import { renderReport } from '@joinery/report'
import type { Form } from './open-form.ts'

interface Kept {
  readonly id: string
  readonly result: Result
}

/** Keeps a result of what was answered. The same answers on the same day give the same result, however often it is sent. */
export async function keepResult({ ask, relationship, ruleSet, scope, etag }: Form, today: string): Promise<string> {
  const body = { ruleSet: ruleSet.id, scope, asOf: today }
  const once = `form ${etag} ${ruleSet.hash.slice(0, 16)} ${scope} ${today}`.replaceAll(/[^\w.-]+/g, '-')
  const kept = await ask<Kept>('POST', `/v1/relationships/${relationship}/results`, {
    body,
    headers: { 'idempotency-key': once },
  })
  return kept.body.id
}

/** A kept result as the report that everybody gets, in the language of the form, with the ways back into the form. */
export async function resultPage(form: Form, id: string): Promise<string> {
  const { ask, ruleSet, record: relationship, words } = form
  const { result } = (await ask<Kept>('GET', `/v1/results/${encodeURIComponent(id)}`)).body
  const { scope } = result.provenance
  const paths = await pathsOf(form, result)
  const isPart = scope !== 'full' && (ruleSet.document.scopes ?? []).some((known) => known.id === 'full')
  const links = [
    { href: form.at('results'), text: words.change },
    ...(isPart ? [{ href: deeper(form), text: words.moreQuestions }] : []),
  ]
  const bothViews = { pulse: perceptionGaps(relationship) }
  const { language } = words
  return renderReport(result, { format: 'html', language, ruleSet, relationship, paths, bothViews, links })
}

/** The ways to the next level are those from where the answers are now: they are left out of an older result. */
async function pathsOf({ ask, relationship, ruleSet }: Form, result: Result): Promise<readonly Path[]> {
  const { scope, asOf, inputHash } = result.provenance
  const query = `?ruleSet=${ruleSet.id}&scope=${encodeURIComponent(scope)}&asOf=${asOf}`
  const now = await ask<Result>('GET', `/v1/relationships/${relationship}/assessment${query}`)
  if (now.body.provenance.inputHash !== inputHash) return []
  const ways = await ask<{ items: readonly Path[] }>('GET', `/v1/relationships/${relationship}/paths${query}`)
  return ways.body.items
}

function deeper(form: Form): string {
  const [path, query] = form.at(form.pages[0]!.id).split('?')
  const wish = new URLSearchParams(query)
  wish.set('scope', 'full')
  return `${path}?${wish.toString()}`
}
