const plural = (count: number, one: string, other: string) => (count === 1 ? one : other)

/** What reports and elements both say in German. */
export const deShared = {
  common: {
    selfAssessed: 'Selbst eingeschätzt',
    principle: 'Grundsatz',
    score: 'Punkte',
    range: 'Spanne',
    level: (level: string, name: string) => (name === '' ? `Stufe ${level}` : `Stufe ${level}: ${name}`),
    levelTooSoon: 'Zu früh für eine Stufe',
    known: 'Bekannt',
    minutes: (count: string) => `${count} Min.`,
    hours: (count: string) => `${count} Std.`,
    days: (count: string, n: number) => `${count} ${plural(n, 'Tag', 'Tage')}`,
  },
  statements: (count: string, n: number) => `${count} ${plural(n, 'Aussage', 'Aussagen')}`,
  results: {
    confidence: 'Sicherheit',
    confidenceHint: 'wie weit es auf Belegen ruht',
    knownHint: 'des Gefragten',
    toTarget: 'Zum Ziel',
    toTargetHint: (level: string) => `Stufe ${level} lohnt sich`,
    profile: 'Grundsatz für Grundsatz',
    profileHint: 'Voll: was heute belegt ist. Schraffiert: was es sein könnte.',
    weakest: 'Die drei schwächsten',
    heldBack: 'Was es zurückhält',
    plan: 'Was als Nächstes zu tun ist',
    open: 'Noch offen',
    met: 'Vorhanden',
    partly: 'Teilweise',
    unmet: 'Fehlt',
    unknown: 'Nicht bekannt',
    notDue: 'Noch nicht fällig',
    notApplicable: 'Trifft nicht zu',
    error: 'Regel gescheitert',
    notices: 'Gut zu wissen',
  },
}
