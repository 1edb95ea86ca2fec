/** Languages that mails to partners are written in. */
export const mailLanguages = ['en', 'de', 'ar'] as const

/** A mail that brings a partner its link, as it waits in the outbox of the store, sealed. */
export interface LinkMail {
  /** The secret of the link: it goes into the mail and nowhere else. */
  readonly token: string
  /** Address, and whom the link is for. */
  readonly to: string
  readonly label: string
  /** The firm that asks. */
  readonly firm: string
  readonly language: (typeof mailLanguages)[number]
}

/** Sends what is in the outbox, where whoever runs the service has set up mail. */
export interface Mailer {
  /** Something was put into the outbox. */
  readonly wake: () => void
}
