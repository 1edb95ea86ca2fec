import type { Words } from '../speak.ts'

export const frame: Pick<Words, 'frame' | 'service' | 'signIn' | 'home'> = {
  frame: {
    skip: 'Zum Inhalt',
    desk: 'Schreibtisch',
    places: { '': 'Beziehungen', 'bring-in': 'Dateien einlesen', portfolio: 'Überblick' },
    signOut: 'Abmelden',
    wait: 'Einen Moment …',
    wrong: 'Etwas ist schiefgegangen.',
    language: 'Sprache',
    noName: 'Ein Partner ohne Namen',
    thisRelationship: 'Diese Beziehung',
    questions: 'Wo sie steht',
    partner: 'Die Sicht des Partners',
    plan: 'Plan',
    review: 'Rückblick',
  },
  service: {
    answered: (status) => `Der Dienst hat mit ${status} geantwortet. Versuchen Sie es in einer Minute noch einmal.`,
    silent: 'Der Dienst antwortet nicht.',
    notAFirm:
      'Dieser Schlüssel gehört keiner Mitgliedsfirma. Fragen Sie Ihren Verband nach einem Schlüssel für Ihre Firma.',
    lacks: (scopes) => `Dieser Schlüssel darf nicht alles, was diese Seite tut. Es fehlt: ${scopes}.`,
    unknownKey:
      'Der Dienst kennt diesen Schlüssel nicht. Vielleicht ist er abgelaufen, oder ein Teil ging unterwegs verloren.',
    noKey:
      'Das ist kein Schlüssel einer Firma. Er beginnt mit sk_live_ oder sk_test_ und hat 79 Buchstaben und Ziffern.',
  },
  signIn: {
    title: 'Ihr Schreibtisch',
    lead: 'Lesen Sie ein, was Sie haben, sehen Sie, welche Partner die Mühe lohnen, und kümmern Sie sich um jeden.',
    label: 'Schlüssel Ihrer Firma',
    hint: 'Sie haben ihn von Ihrem Verband oder selbst gemacht. Er bleibt in diesem Fenster.',
    button: 'Anmelden',
    welcome: (name) => `Willkommen, ${name}`,
    newKey:
      'Das ist der Schlüssel Ihrer Firma. Verwahren Sie ihn bei Ihren Passwörtern: Er wird nur dieses eine Mal gezeigt.',
    yourKey: 'Ihr Schlüssel',
    whoever: 'Wer ihn hat, kann an diesem Schreibtisch dasselbe wie Sie. Ihr Verband hat ihn nicht.',
    kept: 'Ich habe ihn verwahrt, weiter',
  },
  home: {
    title: 'Beziehungen',
    begin: 'Beginnen Sie mit dem, was Sie haben',
    beginLead:
      'Ihre Liste der Verkäufe oder Einkäufe sagt, wer Ihre Partner sind. Ihr Kalender sagt, wie oft Sie sich treffen. Lesen Sie beide ein: Das geschieht auf diesem Gerät, und nichts wird gesendet, bevor Sie es sagen.',
    lead: (name) => `Worum ${name} sich kümmert.`,
    bringIn: 'Dateien einlesen',
    portfolio: 'Wer lohnt die Mühe?',
    segments: { key: 'Schlüsselpartner', important: 'Wichtiger Partner', simple: 'Einfacher Handel' },
    notJudged: 'Noch nicht beurteilt',
    ofRevenue: (share) => `${share} unseres Umsatzes`,
    ofSpend: (share) => `${share} unserer Ausgaben`,
  },
}
