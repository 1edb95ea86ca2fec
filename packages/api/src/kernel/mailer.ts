/** How far a mail is. What waits is tried again for some hours. */
export const mailStates = ['waiting', 'sent', 'failed'] as const
export type MailState = (typeof mailStates)[number]

/** Languages that mails to partners are written in. */
export const mailLanguages = ['en', 'de', 'ar'] as const

/** A mail that brings a partner its link. */
export interface LinkMail {
  /** The id of the link, by which the mail is asked after. */
  readonly link: string
  /** The secret of the link: it goes into the mail and nowhere else. */
  readonly token: string
  /** Address, and whom the link is for. */
  readonly to: string
  readonly label: string
  /** The firm that asks. */
  readonly firm: string
  readonly language: (typeof mailLanguages)[number]
}

/** Sends partners their links, where whoever runs the service has set up mail. */
export interface Mailer {
  /** Whether one more mail can wait. */
  readonly hasRoom: () => boolean
  /** Takes a mail over; it is sent in the background. */
  readonly send: (mail: LinkMail) => void
  /** Of mails that this process has sent since it started. */
  readonly stateOf: (link: string) => MailState | undefined
}
