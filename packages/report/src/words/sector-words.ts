import { arReasons } from './shared/index.ts'

/** The words around what a sector says, in one language. */
export interface SectorFrames {
  readonly heading: string
  readonly figures: (core: string, both: string) => string
  readonly inFull: string
  readonly failed: (part: string) => string
  readonly answered: (label: string) => string
  readonly allShown: string
  readonly notInPlace: string
  readonly nobodyAnswered: string
  readonly notKnown: (what: string) => string
  readonly nothingToJudge: string
  readonly leftOut: string
  readonly ruleFailed: string
}

const en: SectorFrames = {
  heading: 'Your sector',
  figures: (core, both) => `core ${core}, core and sector ${both}`,
  inFull: 'the sector is judged in the full assessment',
  failed: (part) => `A part of the sector rules did not work: ${part}`,
  answered: (label) => `Answered: ${label}.`,
  allShown: 'The record shows all of it.',
  notInPlace: 'This is not in place yet.',
  nobodyAnswered: 'Nobody has answered this yet.',
  notKnown: (what) => `Not known yet: ${what}.`,
  nothingToJudge: 'There is nothing to judge here yet.',
  leftOut: 'It was declared that this does not apply.',
  ruleFailed: 'A rule failed, so this counts as not known.',
}

const de: SectorFrames = {
  heading: 'Ihre Branche',
  figures: (core, both) => `Grundlage ${core}, Grundlage und Branche ${both}`,
  inFull: 'die Branche wird in der vollen Bewertung beurteilt',
  failed: (part) => `Ein Teil der Branchenregeln hat nicht funktioniert: ${part}`,
  answered: (label) => `Beantwortet mit: ${label}.`,
  allShown: 'Die Angaben zeigen alles davon.',
  notInPlace: 'Das gibt es noch nicht.',
  nobodyAnswered: 'Das hat noch niemand beantwortet.',
  notKnown: (what) => `Noch nicht bekannt: ${what}.`,
  nothingToJudge: 'Hier gibt es noch nichts zu beurteilen.',
  leftOut: 'Angegeben wurde, dass es nicht zutrifft.',
  ruleFailed: 'Eine Regel ist fehlgeschlagen, deshalb zählt das als nicht bekannt.',
}

const ar: SectorFrames = {
  heading: 'قطاعك',
  figures: (core, both) => `الأساس ${core}، الأساس والقطاع ${both}`,
  inFull: 'يُقيَّم القطاع في التقييم الكامل',
  failed: (part) => `لم يعمل جزء من قواعد القطاع: ${part}`,
  answered: arReasons.answered,
  allShown: arReasons.recordShowsAll,
  notInPlace: arReasons.notInPlace,
  nobodyAnswered: arReasons.nobodyAnswered,
  notKnown: (what) => `${arReasons.notKnown} ${what}.`,
  nothingToJudge: arReasons.nothingToJudge,
  leftOut: arReasons.declaredNotApplicable,
  ruleFailed: arReasons.ruleFailed,
}

const frames: Readonly<Record<string, SectorFrames>> = { en, de, ar }

/** The words of a language; the English ones where there are no others. */
export function sectorFrames(language: string): SectorFrames {
  return Object.hasOwn(frames, language) ? frames[language]! : en
}
