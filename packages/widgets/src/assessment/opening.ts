import type { Asked } from '../session/asked.ts'
import { openAssessment } from './open-assessment.ts'
import type { Session } from './view.ts'

interface Around {
  readonly asked: () => Asked
  readonly element: {
    readonly isConnected: boolean
    /** Address of the keys that the page trusts; empty where any rule set will do. */
    readonly trust: string
    /** Address of the signature, where it is named. */
    readonly signature: string
  }
  readonly onChange: () => void
  readonly onOpen: (session: Session) => void
  readonly onFail: (error: unknown) => void
}

/** Opens an assessment; of several orders the last one counts, whichever is answered first. */
export function createOpening({ asked, element, onChange, onOpen, onFail }: Around): {
  readonly open: () => Promise<void>
} {
  let turn = 0
  const open = async () => {
    const mine = ++turn
    const ifCurrent =
      <Args extends readonly unknown[]>(act: (...args: Args) => void) =>
      (...args: Args) => {
        if (mine === turn) act(...args)
      }
    try {
      const session = await openAssessment(asked(), {
        isShown: () => mine === turn && element.isConnected,
        onChange: ifCurrent(onChange),
        onRefused: ifCurrent(onFail),
        onNewer: ifCurrent(() => void open()),
        verify: async (document, known = '') => {
          const { trust } = element
          const signature = element.signature || known
          if (trust !== '')
            await (await import('../rule-set/verify.ts')).verify(document, { trust, signature, rules: asked().rules })
        },
      })
      ifCurrent(onOpen)(session)
    } catch (error) {
      ifCurrent(onFail)(error)
    }
  }
  return { open }
}
