import { mix } from '../document/text.ts'
import type { CourseWords, GapWords } from './en-views.ts'
import { deShared } from './shared/index.ts'

const { common, results } = deShared

export const germanGaps: GapWords = {
  pulse: {
    reliability: 'Hält Wort',
    openness: 'Sagt früh Bescheid',
    fairness: 'Die Abmachung ist fair',
    capability: 'Kann es',
    mean: 'Alle vier',
  },
  nothing: 'Es gibt noch nichts, worauf beide Seiten geantwortet haben.',
  alike: 'Worauf beide geantwortet haben, sehen sie ähnlich.',
  one: 'Sie sind allein: Wer Ihre Antworten liest, weiß, dass sie von Ihnen sind.',
  fewOurs: 'Für Sie haben weniger als drei Menschen geantwortet; man kann erkennen, wer was gesagt hat.',
  fewTheirs:
    'Für den Partner haben weniger als drei Menschen geantwortet; Sie können erkennen, wer was gesagt hat. Gehen Sie so damit um.',
  weHigher: 'blinder Fleck: wir sehen es besser',
  theyHigher: 'verborgene Stärke: der Partner sieht es besser',
  both: (ours, theirs) => `wir ${ours}, Partner ${theirs}`,
  first: 'zuerst darüber reden',
  talk: 'darüber reden',
  notAgreed: (source) =>
    mix`Noch ist nichts vereinbart: Nennen Sie auf jeder Seite jemanden und einen Tag, um wieder hinzusehen. In den Angaben: ein Vorhaben für jede Seite, mit „${source}“ als Quelle.`,
  agreed: (ours, theirs, day) =>
    `Vereinbart: ${ours} und ${theirs} kümmern sich darum; beide sehen am ${day} wieder hin.`,
  principles: 'Wie beide Seiten jeden Grundsatz sehen, von 1 bis 5',
  pulses: (ours, theirs) =>
    `Die kurze Umfrage bei beiden, von 1 bis 5; unsere vom ${ours}, die des Partners vom ${theirs}`,
  principle: common.principle,
  from: 'Aus',
  question: 'Frage',
  we: 'Wir',
  they: 'Partner',
  gap: 'Abstand',
  what: 'Was es ist',
  kinds: { 'blind-spot': 'blinder Fleck', 'hidden-strength': 'verborgene Stärke' },
}

export const germanCourse: CourseWords = {
  label: ({ from, since, to, until }) =>
    `Die Spanne der Punkte im Lauf der Zeit. Von ${from} am ${since} auf ${to} am ${until}. Dieselben Zahlen stehen in der Tabelle darunter.`,
  legend:
    'Linie: was belegt ist. Band: was es sein könnte. Darunter, Schritt für Schritt: voll, was Sie geändert haben, schraffiert, was gealtert ist, umrandet, was die Regeln geändert haben.',
  moved: 'Was die Punkte bewegt hat, von einer Bewertung zur nächsten',
  overTime: 'Grundsatz für Grundsatz, über die ganze Zeit',
  once: results.profile,
  asOf: 'Stand',
  range: common.range,
  fromTo: 'Von, auf',
  principle: common.principle,
  you: 'Sie',
  time: 'Zeit',
  rules: 'Regeln',
  notKnown: 'nicht bekannt',
  way: (from, to) => `${from} → ${to}`,
}
