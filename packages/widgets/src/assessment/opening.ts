import type { Asked } from '../session/asked.ts'
import { openAssessment } from './open-assessment.ts'
import type { Session } from './view.ts'

interface Around {
  readonly asked: () => Asked
  /** Addresses of the keys that the page trusts, empty where any rule set will do; and of the signature, where it is named. */
  readonly trust: () => { readonly trust: string; readonly signature: string }
  readonly onChange: () => void
  readonly onOpen: (session: Session) => void
  readonly onFail: (error: unknown) => void
}

/** Opens an assessment; of several orders the last one counts, whichever is answered first. */
export function createOpening({ asked, trust, onChange, onOpen, onFail }: Around): {
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
        onChange: ifCurrent(onChange),
        onRefused: ifCurrent(onFail),
        onNewer: ifCurrent(() => void open()),
        verify: async (document, known = '') => {
          const named = trust()
          const signature = named.signature || known
          if (named.trust !== '')
            await (
              await import('../rule-set/verify.ts')
            ).verify(document, { trust: named.trust, signature, rules: asked().rules })
        },
      })
      ifCurrent(onOpen)(session)
    } catch (error) {
      ifCurrent(onFail)(error)
    }
  }
  return { open }
}
