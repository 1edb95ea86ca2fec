import { adoptStyles, type CSSResultOrNative } from 'lit'
import type { JoineryEvents } from '../events.ts'
import type { AssessmentWords } from '../i18n/strings.ts'
import { whenIdle } from '../page/when-idle.ts'
import type { FollowedResult } from './follow-result.ts'
import type { Keeper } from './keeper.ts'
import { createPart, type Part } from './parts.ts'
import type { Questions, Rest, Session } from './view.ts'
import { wordsSoFar } from './view-of.ts'

interface Around {
  readonly root: () => ShadowRoot
  readonly styles: readonly CSSResultOrNative[]
  readonly language: () => string
  readonly session: () => Session | undefined
  readonly redraw: (focus?: string) => void
  readonly go: (page: string, focus?: string) => void
  readonly tell: (name: 'joinery-result', detail: JoineryEvents['joinery-result']) => void
}

/** What an assessment fetches after its first page, and what comes about with it. */
export interface LaterParts {
  readonly questions: Part<Questions>
  readonly rest: Part<Rest>
  readonly keeper: () => Keeper | undefined
  readonly result: () => FollowedResult | undefined
  /** Fetches what is not there yet. */
  readonly loadAll: () => void
  /** Fetches what nobody waits for: after the questions, when the page is idle. */
  readonly loadInTime: () => void
}

export function createLaterParts({ root, styles, language, session, redraw, go, tell }: Around): LaterParts {
  let keeper: Keeper | undefined
  let result: FollowedResult | undefined
  // the styles stand in the same order, whichever part came first
  const adopt = () => {
    const later = [...(questions.now()?.questionStyles ?? []), ...(rest.now()?.restStyles ?? [])]
    adoptStyles(root(), [...styles, ...later])
    redraw()
  }
  const words = (): AssessmentWords => wordsSoFar(language(), { questions: questions.now(), rest: rest.now() })
  const questions = createPart(() => import('./questions.ts'), adopt)
  const rest = createPart(
    () => import('./rest.ts'),
    ({ createKeeper, followResult }) => {
      result = followResult({ session, tell, redraw })
      void result.refresh()
      keeper = createKeeper({
        session,
        words,
        redraw,
        onForgotten: () => redraw('page-title'),
        onReplaced: () => go('about', 'page-title'),
      })
      keeper.readAddress()
      adopt()
    },
  )
  return {
    questions,
    rest,
    keeper: () => keeper,
    result: () => result,
    loadAll: () => {
      void questions.load()
      void rest.load()
    },
    loadInTime: () => void questions.load().then(() => whenIdle(rest.load)),
  }
}
