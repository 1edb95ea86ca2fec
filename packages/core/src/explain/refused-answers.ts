import { didYouMean, pointerOf, shown } from '../fault.ts'
import type { RuleSet } from '../rule-set/rule-set.ts'
import type { Notice } from '../schema/result.ts'
import type { Refusal } from '../score/answers.ts'

/** Why an answer does not count as it stands, in words, with what would be right. */
export function noticeOf(refusal: Refusal, ruleSet: RuleSet): Notice {
  switch (refusal.why) {
    case 'stranger':
      return {
        code: 'answer-for-nothing',
        path: pointerOf('answers', refusal.key),
        message: `this rule set has no indicator "${refusal.key}"${didYouMean(refusal.key, ruleSet.answerKeys.keys())}`,
      }
    case 'twice': {
      const { id, citation } = refusal.indicator
      const message = `"${id}" and "${citation}" are the same indicator; the answer to "${id}" counts`
      return { code: 'two-answers', path: pointerOf('answers', citation), message }
    }
    case 'not-offered':
      return refused(refusal.key, 'this rule set has no "does not apply"; the answer counts as not sure')
    case 'critical':
      return refused(refusal.key, 'a critical indicator always applies; the answer counts as not sure')
    case 'always-applies':
      return refused(refusal.key, 'this indicator always applies; the answer counts as not sure')
    case 'reason':
      return refused(refusal.key, reasonWords(refusal.reason, ruleSet))
    case 'limit':
      return refused(
        refusal.key,
        `at most ${refusal.most} of the ${refusal.of} indicators of a principle may not apply; this one counts as not sure`,
      )
  }
}

function refused(key: string, message: string): Notice {
  return { code: 'not-applicable-refused', path: pointerOf('answers', key), message }
}

function reasonWords(reason: unknown, ruleSet: RuleSet): string {
  const codes = ruleSet.document.answers.notApplicable!.reasons.map(({ code }) => code)
  const wanted = `give one of the reasons ${codes.join(', ')}`
  if (typeof reason !== 'string') return `"does not apply" needs a reason; ${wanted}`
  return `${shown(reason)} is not a reason${didYouMean(reason, codes)}; ${wanted}`
}
