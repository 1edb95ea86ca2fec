import type { ReasonWords } from './create-explain.ts'

export const deReasons: ReasonWords = {
  quoted: (text) => `„${text}“`,
  answered: (label) => `Beantwortet mit: ${label}.`,
  recordShowsAll: 'Ihre Angaben zeigen alles davon.',
  notInPlace: 'Das gibt es noch nicht.',
  nobodyAnswered: 'Das hat noch niemand beantwortet.',
  notKnown: 'Noch nicht bekannt:',
  nothingToJudge: 'Hier gibt es noch nichts zu beurteilen.',
  declaredNotApplicable: 'Angegeben wurde, dass es nicht zutrifft.',
  ruleFailed: 'Eine Regel ist fehlgeschlagen, deshalb zählt das als nicht bekannt.',
  oneSided: 'Der Partner hat noch nichts davon bestätigt; eine Seite allein kommt nicht weiter.',
  notKnownWhether: 'Noch nicht bekannt, ob das so ist:',
  lowestClause: (title, level) => `${title}: auf Stufe ${level}, der niedrigsten hier.`,
  lowestPrinciple: (title, level) => `${title}: hält das Ganze bei Stufe ${level}.`,
  littleKnown: 'Es ist noch nicht genug bekannt, um eine Stufe zu nennen.',
  confirm: (title) => `Bitten Sie den Partner zu bestätigen, was Sie unter „${title}“ festgehalten haben.`,
  notices: {
    'answer-contradicts-record': 'Die Antwort passt nicht zu Ihren Angaben; es zählen die Angaben.',
    'left-out': 'Die Antwort passt nicht zu Ihren Angaben; die Aussage bleibt trotzdem außen vor.',
    'answer-for-nothing': 'Diese Antwort gehört zu keiner Aussage und zählt nicht.',
    'not-applicable-refused': '„Trifft nicht zu“ konnte hier nicht gelten; die Aussage zählt als nicht sicher.',
    'stated-differs-from-derived': 'Diese Angabe passt nicht zu den übrigen; sie zählt trotzdem.',
    'two-answers': 'Hierauf gibt es zwei Antworten; nur eine davon zählt.',
  },
}
