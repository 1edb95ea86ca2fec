import type { LinkMail } from '@joinery/api'
import type { MailSettings } from '../configuration/configuration.ts'
import { partnerWords } from '../pages/partner/words/speak.ts'

/** The mail in plain words: who asks, for what, how long it takes, and the link. No pictures, nothing that tells of reading. */
export function mailFor(
  { token, to, label, firm, language }: LinkMail,
  { from, address }: Pick<MailSettings, 'from' | 'address'>,
) {
  const { invite } = partnerWords(language, undefined)
  const name = firm.replaceAll(/\p{Cc}+/gu, ' ')
  return {
    from,
    to: { name: '', address: to },
    subject: invite.subject(name),
    text: `${invite.mail(name, `${address}/p/${token}?lang=${language}`)}\n${invite.lead(label.replaceAll(/\p{Cc}+/gu, ' '))}\n`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
  }
}
