import { listed, mix, type Text } from '../document/text.ts'
import { germanCourse, germanGaps } from './de-views.ts'
import { effortIn } from './effort.ts'
import type { ReportWords, Way } from './en.ts'
import { gainWords, percentWords, rangeIn, scoreWords } from './numbers.ts'
import { createExplain, deReasons, deShared } from './shared/index.ts'

const { common, results, statements } = deShared
const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')

const decimal = (text: string) => text.replace('.', ',')
const score = (value: number) => decimal(scoreWords(value))
const steps = (count: number) => (count === 1 ? '1 Schritt' : `${count} Schritte`)
const counted = (count: number) => statements(`${count}`, count)

/** A report in German. */
export const german: ReportWords = {
  language: 'de',
  explain: createExplain('de', deReasons),
  figures: {
    score,
    range: rangeIn(score, '–'),
    percent: percentWords,
    percentRange: rangeIn(percentWords, '–'),
    day: (day) => {
      const [year, month, date] = day.split('-').map(Number)
      const name = months[(month ?? 0) - 1]
      return name === undefined ? day : `${date}. ${name} ${year}`
    },
    effort: effortIn(common, decimal),
    statements: counted,
    signed: decimal,
  },
  frame: {
    kind: 'Bericht über eine Beziehung',
    tag: common.selfAssessed,
    and: 'und',
    asOf: 'Stand',
    skip: 'Zum Ergebnis springen',
    notice: 'Das sind die Antworten einer Seite, keine Prüfung.',
    target: 'Ziel',
    targetMarked: 'Das Ziel ist markiert.',
  },
  titles: {
    headline: 'Wo Sie stehen',
    principles: results.profile,
    weakest: results.weakest,
    'next-steps': results.plan,
    path: 'Der kürzeste Weg nach oben',
    timeline: 'Wie es lief',
    'both-views': 'Wie es beide Seiten sehen',
    unknown: results.open,
    notices: results.notices,
    sectors: 'Ihre Branche',
    lenses: 'Anders betrachtet',
    clauses: 'Abschnitt für Abschnitt',
    details: 'Wie es zustande kam',
    provenance: 'Woher das kommt',
  },
  outcomes: results,
  headline: {
    noLevel: 'Noch keine Stufe',
    level: (level) => common.level(`${level}`, ''),
    tooLittle: common.levelTooSoon,
    nothing: 'Hier gibt es nichts zu bewerten.',
    score: (from, top) => `${from} von ${top} Punkten`,
    scope: (title, from) => mix`Von allem, was „${title}“ fragt, ist ${from} vorhanden`,
    upTo: (before, to, condition) => mix`${before}, und bis zu ${to}, ${condition}.`,
    unknownAndOneSided: 'wenn sich alles Offene gut erweist und der Partner es bestätigt',
    oneSided: 'sobald der Partner bestätigt, was festgehalten ist',
    unknown: 'wenn sich alles Offene gut erweist',
    reached: (share) => `${share} erreicht`,
    toTarget: results.toTarget,
    noTarget: 'kein Ziel',
    noTargetNote: 'wie wichtig die Beziehung ist, steht noch nicht fest',
    targetNote: (level, name) => mix`Stufe ${`${level}`}${named(name, ',')} lohnt sich`,
    known: common.known,
    knownNote: results.knownHint,
    confidence: results.confidence,
    noConfidence: 'noch keine',
    noConfidenceNote: 'es ist noch nichts vorhanden',
    confidenceNote: results.confidenceHint,
    partnersWord: 'Wort des Partners',
    confirmations: {
      none: { value: 'noch keines', note: 'der Partner hat nichts bestätigt' },
      claimed: { value: 'angegeben', note: 'Sie sagen, dass der Partner bestätigt hat' },
      witnessed: { value: 'gesehen', note: 'der Partner hat selbst bestätigt' },
    },
  },
  standing: {
    leftOut: 'bleibt außen vor',
    doesNotApply: 'trifft nicht zu',
    notKnownYet: 'noch nicht bekannt',
    level: (level) => common.level(`${level}`, ''),
    levelNamed: (words) => mix`Stufe ${words}`,
    inPlace: (share) => `${share} vorhanden`,
    notApplyingNow: 'trifft zurzeit nicht zu',
    known: (share) => `${share} bekannt`,
    appliesUnknown: 'ob es zutrifft, ist nicht bekannt',
    heldBackBy: (reasons) => mix`${results.heldBack}: ${reasons}`,
    lookedAt: 'Was angesehen wurde',
    warning:
      'Öffnen Sie einen Grundsatz, um zu sehen, was beurteilt wurde und warum; was offen ist, wird mitgedruckt. Hier kann stehen, was Sie für sich behalten; lesen Sie es, bevor Sie den Bericht weitergeben.',
  },
  tables: {
    number: 'Nr.',
    principle: common.principle,
    clause: 'Abschnitt',
    part: 'Teil',
    range: common.range,
    score: common.score,
    level: 'Stufe',
    known: common.known,
    inPlace: results.met,
    heldBackBy: results.heldBack,
    levels: 'Punkte und Stufe jedes Grundsatzes',
    shares: 'Wie viel von jedem Grundsatz vorhanden ist',
    parts: 'Wie viel von jedem Teil vorhanden ist',
    legend: results.profileHint,
  },
  steps: {
    scoreAfter: (after, gain) => `danach ${after} Punkte (${gain})`,
    gain: (points) => (points > 0 && points < 0.005 ? 'weniger als +0,01' : decimal(gainWords(points))),
    reachedAfter: (share) => `danach ${share} erreicht`,
    fromTo: (title, from, to) => mix`${title} ${from} → ${to}`,
    confirm: 'Bitten Sie den Partner zu bestätigen, was Sie festgehalten haben.',
    inOrder: 'Die Schritte der Reihe nach',
    way: (way) => mix`zu ${wayWords(way)}`,
    wayInAll: (way) => mix`Zu ${wayWords(way)} Arbeit insgesamt.`,
  },
  unknown: {
    summary: (open, all) =>
      `${open} von ${all === 1 ? '1 Aussage' : `${all} Aussagen`} ${open === 1 ? 'lässt' : 'lassen'} sich noch nicht beurteilen.${open === all ? '' : ' Am meisten bringt es, hier mehr zu wissen:'}`,
    ofStatements: (open, all) => `${open} von ${counted(all)} nicht bekannt`,
    missing: (facts, more) => mix`Es fehlt: ${facts}.${more > 0 ? ` Und ${more} weitere.` : ''}`,
  },
  notices: {
    mismatch: (made, shown) => `Das Ergebnis wurde mit ${made} gewonnen, die gezeigten Texte stammen aus ${shown}.`,
    assessAgain: 'Bewerten Sie neu, damit beides zusammenpasst.',
    ruleFailed: (statement) => mix`Eine Regel ist fehlgeschlagen: ${statement}`,
  },
  gaps: germanGaps,
  course: germanCourse,
  origin: {
    ruleSet: 'Regelwerk',
    builtOn: 'Beruht auf',
    method: 'Verfahren',
    asOf: 'Stand',
    scope: 'Umfang',
    record: 'Angaben',
    engine: 'Rechenwerk',
  },
}

function wayWords({ level, name, steps: count, effort }: Way): Text {
  return mix`Stufe ${`${level}`}${named(name)}: ${listed([steps(count), effort], ', ')}`
}

function named(name: Text, after = ''): Text {
  return name === '' ? '' : mix`, ${name}${after}`
}
