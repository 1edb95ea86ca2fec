import { html, when, type Html } from '../html.ts'
import type { Gap } from './open-invitation.ts'
import { dayWords } from './words/speak.ts'
import type { PartnerWords } from './words/words.ts'

/** Whether the two sides should talk about it. */
export function flagView({ flag }: Pick<Gap, 'flag'>, { pulse }: PartnerWords): Html {
  return when(flag !== null, () => html`<span class="tag">${flag === 'priority' ? pulse.first : pulse.talk}</span>`)
}

/** What both agreed to do about it. */
export function agreedView({ action }: Pick<Gap, 'action'>, words: PartnerWords): Html {
  return when(action !== null, () => {
    const { owner, partnerOwner, recheckAt } = action!
    return html`<span class="hint">${words.pulse.agreed(owner, partnerOwner, dayWords(recheckAt, words))}</span>`
  })
}
