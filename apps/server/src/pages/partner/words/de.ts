import type { PartnerWords } from './words.ts'

export const de: PartnerWords = {
  language: 'de',
  locale: 'de-DE',
  name: 'Deutsch',
  languages: 'Sprachen',
  you: 'Sie',
  yourSide: 'Sie',
  yes: 'ja',
  no: 'nein',
  page: {
    for: (to) => `Für ${to}`,
    minutes: 'Etwa drei Minuten',
    title: (from) => `${from} bittet um Ihre Sicht`,
    lead: (from) => `${from} möchte wissen, wie gut Sie zusammenarbeiten, und dazu braucht es beide Seiten.`,
    asks: (list) => `Gefragt wird: ${list}.`,
    nothing: 'im Moment nichts',
    parts: {
      facts: 'ob einige Angaben stimmen',
      pulse: 'vier Fragen zum Vertrauen',
      statements: 'wenn Sie noch fünf Minuten haben, wie Sie einige Aussagen sehen',
      ratings: 'was Sie eine Person tun sahen',
      plan: 'ob Sie dem Plan zustimmen',
    },
    free: 'Sie brauchen kein Konto und dürfen auslassen, was Sie möchten.',
    lookAgain: 'Bitte sehen Sie noch einmal hin',
    next: 'Wie es weitergeht',
    nextLead: (from) =>
      `${from} sieht, was Sie bestätigen, was nach Ihren Worten nicht ganz stimmt und, wenn danach gefragt wird, was Sie bei einer Person gesehen haben. Mehr erfährt ${from} nicht über Sie: Diese Seite setzt keine Cookies und braucht keine Skripte.`,
    keep: 'Ihre eigene Kopie',
    keepLead: 'Behalten Sie, was Sie hier sehen und was Sie gesagt haben:',
    keepPage: 'als Seite zum Lesen',
    keepPlan: 'den Plan für Word',
    keepData: 'alles als Daten',
    keepUse:
      'Mit den Daten können Sie eine eigene Sicht beginnen, als Mitglied eines Verbands, der diesen Dienst nutzt.',
    ends: (from, day) =>
      `Dieser Link ist für Sie: Wer ihn hat, kann an Ihrer Stelle antworten. Er gilt bis zum ${day} oder bis ${from} ihn zurücknimmt.`,
  },
  facts: {
    title: 'Stimmt das so?',
    lead: (from) =>
      `Das hat ${from} über Ihre Zusammenarbeit aufgeschrieben. Was Sie bestätigen, gilt als von beiden gesehen.`,
    confirmed: 'Das haben Sie bestätigt',
    said: 'Sie haben gesagt:',
    so: 'Ja, das stimmt',
    notQuite: 'Nicht ganz',
    what: 'Was stimmt nicht ganz?',
    more: 'Es gibt noch mehr. Öffnen Sie, was Sie kennen, und lassen Sie den Rest.',
    send: 'Diese Antworten senden',
  },
  pulse: {
    title: 'Vier Fragen zum Vertrauen',
    lead: (from) =>
      `${from} beantwortet dieselben Fragen über Sie. Beide Antworten bleiben versiegelt, bis beide da sind, und öffnen sich dann zugleich. Weil für Ihre Seite eine Person antwortet, weiß ${from}, wer es war: Antworten Sie nur, wenn Ihnen das recht ist.`,
    statements: {
      reliability: (from) => `${from} tut, was zugesagt war.`,
      openness: (from) => `${from} sagt uns früh Bescheid, wenn etwas schiefgeht.`,
      fairness: () => 'Die Abmachung fühlt sich für uns fair an.',
      capability: (from) => `${from} kann leisten, was wir brauchen.`,
    },
    short: {
      reliability: 'Hält Zusagen',
      openness: 'Sagt früh Bescheid',
      fairness: 'Faire Abmachung',
      capability: 'Kann es leisten',
    },
    scale: '1: gar nicht, 5: voll und ganz',
    send: 'Meine vier Antworten versiegeln',
    again: 'Noch einmal antworten, für eine neue Runde',
    sealed: 'Ihre Antworten sind versiegelt.',
    sealedLead: (from, day) =>
      `Niemand kann sie lesen, auch ${from} nicht, bis ${from} dieselben Fragen über Sie beantwortet hat. Dann öffnen sich beide zugleich, hier auf dieser Seite. Geschieht das nicht bis zum ${day}, werden sie weggeworfen.`,
    opened: (day) => `Beide Seiten haben geantwortet, Sie am ${day}. Das haben beide gesagt.`,
    question: 'Frage',
    talk: 'darüber sprechen',
    first: 'zuerst darüber sprechen',
    advice:
      'Wo Sie einen Punkt oder mehr auseinanderliegen, lohnt ein Gespräch: nicht darüber, wer recht hat, sondern was jeder gesehen hat. Vereinbaren Sie für jede Seite eine Sache und einen Tag, an dem Sie wieder hinsehen.',
    agreed: (ours, theirs, day) =>
      `Vereinbart: ${ours} und ${theirs} kümmern sich darum; am ${day} sehen Sie beide wieder hin.`,
  },
  statements: {
    title: 'Wenn Sie noch fünf Minuten haben',
    lead: (from) =>
      `${from} hat zu einigen Aussagen gesagt, ob sie stimmen. Sagen Sie, wie Sie das sehen: Wo Sie sich unterscheiden, lohnt ein Gespräch am meisten.`,
    open: 'Aussagen ansehen',
    opened: 'Sehen, wo Sie sich unterscheiden',
    page: (from) => `Wie Sie sehen, was ${from} sagt`,
    we: (from) =>
      `In jeder Aussage ist „wir“ ${from}, und „der Partner“ sind Sie. Lassen Sie aus, was Sie nicht beurteilen können. Die Antworten bleiben versiegelt, bis beide Seiten geantwortet haben.`,
    named: (from) =>
      `Weil für Ihre Seite eine Person antwortet, weiß ${from}, wer es war: Antworten Sie nur, wenn Ihnen das recht ist.`,
    notSure: 'Weiß nicht',
    answers: { yes: 'Ja', partly: 'Teilweise', no: 'Nein' },
    send: 'Meine Antworten versiegeln',
    back: 'Zurück zu allem, was gefragt wird',
    principle: 'Thema',
    theyHigher: (from) => `${from} sieht hier mehr als Sie.`,
    youHigher: (from) => `Sie sehen hier mehr als ${from}: eine Stärke, die dort vielleicht niemand kennt.`,
    compared: (count) => (count === 1 ? 'aus einer Aussage' : `aus ${count} Aussagen`),
    noAction:
      'Noch ist nichts vereinbart: Nennen Sie auf jeder Seite eine Person und einen Tag, an dem Sie wieder hinsehen.',
  },
  ratings: {
    title: (person) => `Was haben Sie bei ${person} gesehen?`,
    lead: (from) =>
      `Denken Sie an das, was Sie in den letzten sechs Monaten gesehen haben, nicht daran, wie jemand ist. Ihre Antworten gehen sofort an ${from}, nicht an andere Partner von dort. Weil Sie selbst antworten, weiß ${from}, wer es war: Antworten Sie nur, wenn Ihnen das recht ist.`,
    notSeen: 'Nicht gesehen',
    send: 'Senden, was ich gesehen habe',
    sent: (day) => `Am ${day} haben Sie gesagt, was Sie gesehen haben. Danke.`,
  },
  plan: {
    title: 'Ihr gemeinsamer Plan',
    read: 'Plan lesen',
    approved: (day) => `Sie haben diesem Plan am ${day} zugestimmt`,
    changed: (day) => `Der Plan hat sich geändert, seit ihm am ${day} zugestimmt wurde.`,
    approve: 'Ich stimme diesem Plan zu',
    comment: 'Möchten Sie etwas ergänzen oder ändern?',
    send: 'Diesen Kommentar senden',
  },
  faults: {
    note: (title) => `${title}: Sagen Sie in wenigen Worten, was nicht ganz stimmt.`,
    long: (title, length, most) => `${title}: Ihr Text hat ${length} Zeichen; höchstens ${most} passen.`,
    pulse: 'Bitte beantworten Sie alle vier Fragen: Wählen Sie jeweils eine Zahl von 1 bis 5.',
    statements: 'Bitte beantworten Sie mindestens eine Aussage.',
    ratings: 'Bitte wählen Sie mindestens eine Antwort zu dem, was Sie gesehen haben.',
    changed:
      'Auf dieser Seite wurde etwas geändert, während Sie lasen. Sie sehen den neuen Stand: Bitte sehen Sie noch einmal hin und antworten Sie dann.',
    plan: 'Der Plan',
    already: 'Ihre Seite hat in dieser Runde geantwortet; beide Antworten öffnen sich, wenn auch die andere da ist.',
  },
  gone: {
    title: 'Dieser Link führt ins Leere',
    advice:
      'Vielleicht ist er abgelaufen oder zurückgenommen, oder ein Teil der Adresse ging unterwegs verloren. Bitten Sie den Absender um einen neuen.',
  },
  invite: {
    title: (to) => `Ein Link für ${to}`,
    lead: (to) => `Geben Sie ihn niemand anderem: Wer ihn hat, kann an der Stelle von ${to} antworten.`,
    copy: 'Kopieren',
    photograph: 'Fotografieren',
    code: 'Dieselbe Adresse als Code für eine Kamera',
    send: 'Senden',
    write: 'E-Mail schreiben',
    subject: (from) => `${from}: drei Minuten für unsere Zusammenarbeit`,
    mail: (from, address) =>
      `${from} bittet um Ihre Sicht auf unsere Zusammenarbeit. Das dauert etwa drei Minuten, ohne Konto:\n\n${address}\n`,
  },
}
