import { germanLabels } from './german-labels.ts'
import type { PlanLanguage } from './plan-language.ts'

const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')

export const german: PlanLanguage = {
  shared: {
    title: 'Unser gemeinsamer Plan',
    footer:
      'Im Sinne von ISO 44003:2021, Anhang A, in eigenen Worten. Hier steht, was beide Firmen aufgeschrieben haben; es ist keine Prüfung.',
  },
  private: {
    title: 'Unsere eigenen Notizen zum Plan',
    footer: 'Nur für unsere eigene Firma. Nichts auf dieser Seite geht an den Partner.',
  },
  words: {
    missing: 'Noch nicht da',
    more: 'und {count} weitere',
    version: 'Fassung vom {day}',
    keptBy: 'gepflegt von {name}',
    agreed: 'mit dem Partner vereinbart am {day}',
    notAgreed: 'noch nicht mit dem Partner vereinbart',
    signature: 'Einverstanden, für {name}',
  },
  us: 'uns',
  partner: 'der Partner',
  yes: 'ja',
  day: (day) => {
    const [year, month, date] = day.split('-').map(Number)
    const name = months[(month ?? 0) - 1]
    return name === undefined ? day : `${date}. ${name} ${year}`
  },
  days: (count) => (count === 1 ? '1 Tag' : `${count} Tage`),
  rating: (value) => `${value} von 3`,
  number: (text) => text.replace('.', ','),
  headings: {
    'plan.snapshot': { title: 'Auf einen Blick', prompt: 'Wer ist der Partner, und warum arbeiten Sie zusammen?' },
    'plan.values': {
      title: 'Wofür wir beide stehen',
      prompt: 'Schreiben Sie in je drei kurzen Zeilen, was jeder Seite am wichtigsten ist.',
    },
    'plan.people': {
      title: 'Wer ist wer',
      prompt: 'Nennen Sie für jede Seite, wer oben Verantwortung trägt, wer die Arbeit führt und wer vertritt.',
    },
    'plan.objectives': {
      title: 'Ziele und was sie wert sind',
      prompt: 'Schreiben Sie die gemeinsamen Ziele auf, mit einer Zahl und einem Tag.',
    },
    'plan.resources': {
      title: 'Zeit und Geld',
      prompt: 'Wie viele Stunden und wie viel Geld hat jede Seite zugesagt?',
    },
    'plan.governance': {
      title: 'Wie wir entscheiden und uns treffen',
      prompt: 'Wer darf was entscheiden, ohne zu fragen?',
    },
    'plan.work': {
      title: 'Wie die Arbeit läuft',
      prompt:
        'Zeichnen Sie die Schritte von der Bestellung bis zur Zahlung, mit einem Namen je Seite bei jeder Übergabe.',
    },
    'plan.talking': {
      title: 'Wie wir reden und Ärger lösen',
      prompt: 'Wie reden Sie, wie oft, und wen rufen Sie an, wenn es eilt?',
    },
    'plan.agreement': {
      title: 'Der Vertrag in einfachen Worten',
      prompt: 'Fassen Sie den Vertrag so zusammen, dass jeder ihn versteht.',
    },
    'plan.behaviour': {
      title: 'Wie wir handeln und was wir können',
      prompt: 'Schreiben Sie die Grundregeln auf, wie Sie miteinander umgehen.',
    },
    'plan.value': { title: 'Nutzen und Ideen', prompt: 'Was gewinnt jede Seite, in Geld und anders?' },
    'plan.knowledge': {
      title: 'Was wir wissen und teilen',
      prompt: 'Was teilen Sie, wer hat es, und wie ist es geschützt?',
    },
    'plan.risks': {
      title: 'Risiken',
      prompt: 'Schreiben Sie die fünf größten Risiken auf, die beide treffen würden, jedes mit Namen und Plan.',
    },
    'plan.health': {
      title: 'Zustand, Ende und Änderungen',
      prompt: 'Wie geht es beiden Seiten, wo liegen Lücken, und was tun Sie dagegen?',
    },
  },
  choices: {
    customer: 'Kunde',
    supplier: 'Lieferant',
    subcontract: 'Nachunternehmen',
    peer: 'Kollege',
    alliance: 'Bündnis',
    intermediary: 'Vermittler',
    considering: 'in Überlegung',
    choosing: 'in der Auswahl',
    starting: 'am Anfang',
    running: 'laufend',
    'winding-down': 'läuft aus',
    ended: 'beendet',
    key: 'Schlüsselpartner',
    important: 'wichtig',
    simple: 'einfach',
    'on-track': 'auf Kurs',
    'at-risk': 'gefährdet',
    'off-track': 'vom Kurs ab',
    done: 'erledigt',
    retired: 'aufgegeben',
    review: 'Rückblick',
    strategic: 'Ausrichtung',
    operational: 'Tagesgeschäft',
    other: 'anderes',
    'early-warning': 'frühe Warnung',
    'gain-share': 'Teilen von Gewinnen',
    'issue-steps': 'Schritte bei Ärger',
    'info-sharing': 'Austausch von Wissen',
    exit: 'Ende',
    confidentiality: 'Vertraulichkeit',
    ip: 'geistiges Eigentum',
    'personal-data': 'personenbezogene Daten',
    retention: 'Aufbewahrung',
    return: 'Rückgabe',
    low: 'gering',
    medium: 'mittel',
    high: 'hoch',
    triggers: 'Auslöser',
    notice: 'Frist',
    handover: 'Übergabe',
    'data-ip': 'Daten und Rechte',
    people: 'Menschen',
    money: 'Geld',
    message: 'Mitteilung',
  },
  labels: germanLabels,
}
