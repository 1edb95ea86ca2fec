/** What the section about the service says, in one language; a language that lacks a sentence does not compile. */
export interface ServiceWords {
  readonly columns: readonly [string, string]
  readonly noName: string
  readonly noDay: string
  readonly slaMissed: string
  readonly viewUnknown: string
  readonly view: (rating: number) => string
  readonly watermelon: string
  readonly leaversUnknown: string
  readonly nobodyLeft: string
  readonly leaver: (days: number) => string
  readonly keys: { readonly registrar: string; readonly tenant: string; readonly vault: string }
  readonly missing: (what: string) => string
  readonly allHeld: string
  readonly heldUnknown: string
}

const en: ServiceWords = {
  columns: ['Critical service', 'Last review'],
  noName: 'no name',
  noDay: 'no day',
  slaMissed: 'The agreed service level was missed.',
  viewUnknown: 'Whether the client feels what the service report says is not known yet.',
  view: (rating) => `The service level is met, and the client gives ${rating} of 5.`,
  watermelon: 'Green outside, red inside: talk about it.',
  leaversUnknown: 'How long people who left could still get in is not known, or nobody left.',
  nobodyLeft: 'Nobody could get in past the day they left.',
  leaver: (days) => `Somebody who left could get in for ${days} more ${days === 1 ? 'day' : 'days'}.`,
  keys: { registrar: 'the domain name', tenant: 'the main cloud account', vault: 'the password vault' },
  missing: (what) => `The client does not hold: ${what}.`,
  allHeld: 'The client holds the domain name, the main cloud account and the password vault.',
  heldUnknown: 'What the client holds in its own name is not fully known yet.',
}

const de: ServiceWords = {
  columns: ['Wichtiger Dienst', 'Zuletzt besprochen'],
  noName: 'kein Name',
  noDay: 'kein Tag',
  slaMissed: 'Das vereinbarte Serviceniveau wurde verfehlt.',
  viewUnknown: 'Ob der Kunde es so erlebt, wie es im Servicebericht steht, ist noch nicht bekannt.',
  view: (rating) => `Das Serviceniveau ist erreicht, und der Kunde gibt ${String(rating).replace('.', ',')} von 5.`,
  watermelon: 'Außen grün, innen rot: Sprechen Sie darüber.',
  leaversUnknown: 'Wie lange Ausgeschiedene noch Zugang hatten, ist nicht bekannt, oder niemand ist gegangen.',
  nobodyLeft: 'Niemand hatte nach dem letzten Tag noch Zugang.',
  leaver: (days) => `Jemand hatte nach dem letzten Tag noch ${days} ${days === 1 ? 'Tag' : 'Tage'} Zugang.`,
  keys: { registrar: 'die Domain', tenant: 'das Hauptkonto in der Cloud', vault: 'der Passwort-Tresor' },
  missing: (what) => `Nicht in der Hand des Kunden: ${what}.`,
  allHeld: 'Domain, Hauptkonto in der Cloud und Passwort-Tresor liegen beim Kunden.',
  heldUnknown: 'Was der Kunde auf eigenen Namen hält, ist noch nicht ganz bekannt.',
}

/** The words of a language; the English ones where there are no others. */
export function serviceWords(language: string): ServiceWords {
  return language === 'de' ? de : en
}
