/** What a column of a table can hold. */
export type Role =
  | 'customer'
  | 'supplier'
  | 'partner'
  | 'amount'
  | 'debit'
  | 'credit'
  | 'sign'
  | 'date'
  | 'due'
  | 'paid'
  | 'number'
  | 'task'
  | 'owner'
  | 'done'
  | 'status'

/**
 * Names of columns in exports of common programs, English and German, in the order of preference; a name is compared without
 * case, accents, signs and what stands in brackets. `=` asks for the whole name, otherwise it may be a part of it.
 */
const names: Readonly<Record<Role, readonly string[]>> = {
  customer: [
    '=customer',
    '=customer name',
    '=client',
    '=client name',
    '=debitor',
    '=kunde',
    '=kundenname',
    '=debitorenname',
    '=bill to',
    '=rechnungsempfanger',
    'customer',
    'client',
    'kunde',
    'debitor',
  ],
  supplier: [
    '=supplier',
    '=supplier name',
    '=vendor',
    '=vendor name',
    '=lieferant',
    '=kreditor',
    '=payee',
    'supplier',
    'vendor',
    'lieferant',
    'kreditor',
  ],
  partner: [
    '=name',
    '=contact name',
    '=contact',
    '=company',
    '=account name',
    '=firma',
    '=geschaftspartner',
    '=kontakt',
    '=kontobezeichnung',
    '=gegenkonto name',
    'partner',
    'contact',
    'firma',
  ],
  amount: [
    '=net amount',
    '=nettobetrag',
    '=netto',
    '=net',
    '=subtotal',
    '=amount',
    '=betrag',
    '=umsatz',
    '=total',
    '=summe',
    '=value',
    '=invoice amount',
    '=net value',
    '=net sales',
    '=sales',
    '=revenue',
    '=income',
    '=all income',
    '=erlose',
    '=erlos',
    '=nettoumsatz',
    '=rechnungsbetrag',
    'umsatz',
    'betrag',
    'amount',
    'total',
    'brutto',
    'gross',
  ],
  debit: ['=debit', '=soll', 'debit'],
  credit: ['=credit', '=haben', 'credit'],
  sign: ['=soll haben kennzeichen', '=s h', '=dc', '=debit credit'],
  date: [
    '=invoice date',
    '=issue date',
    '=issued',
    '=date',
    '=datum',
    '=belegdatum',
    '=rechnungsdatum',
    '=buchungsdatum',
    '=transaction date',
    'invoice date',
    'rechnungsdatum',
    'belegdatum',
    'date',
    'datum',
  ],
  due: [
    '=due date',
    '=due',
    '=fallig',
    '=fallig am',
    '=falligkeit',
    '=falligkeitsdatum',
    '=faelligkeit',
    '=faelligkeitsdatum',
    '=zahlungsziel',
    '=deadline',
    '=end date',
    'due',
    'fallig',
    'faellig',
  ],
  paid: [
    '=paid date',
    '=date paid',
    '=fully paid on',
    '=payment date',
    '=paid on',
    '=paid',
    '=bezahlt am',
    '=zahlungsdatum',
    '=zahldatum',
    '=zahlungseingang',
    '=bezahlt',
    '=last payment date',
    'paid',
    'bezahlt',
    'zahlung',
  ],
  number: [
    '=invoice number',
    '=invoice no',
    '=number',
    '=rechnungsnummer',
    '=rechnungsnr',
    '=belegnummer',
    '=belegfeld 1',
    '=beleg nr',
    '=reference',
    'rechnungsn',
    'invoice n',
    'beleg',
  ],
  task: [
    '=task',
    '=task name',
    '=title',
    '=summary',
    '=subject',
    '=aufgabe',
    '=titel',
    '=betreff',
    '=vorgang',
    '=card name',
    'task',
    'aufgabe',
    'titel',
  ],
  owner: [
    '=assignee',
    '=assigned to',
    '=owner',
    '=responsible',
    '=verantwortlich',
    '=zustandig',
    '=zugewiesen an',
    '=bearbeiter',
    'assign',
    'verantwort',
    'zustandig',
    'zugewiesen',
  ],
  done: [
    '=completed at',
    '=completed date',
    '=date completed',
    '=done',
    '=closed at',
    '=resolved',
    '=erledigt am',
    '=abgeschlossen am',
    '=erledigt',
    'completed',
    'erledigt',
    'abgeschlossen',
  ],
  status: ['=status', '=state', '=list name', '=section column', '=zustand', 'status'],
}

const roles = Object.keys(names) as readonly Role[]

/** The column that fits a role best, of those that are free; undefined where none does. */
export function columnFor(role: Role, columns: readonly string[], taken: ReadonlySet<number>): number | undefined {
  const plain = columns.map(plainName)
  for (const name of names[role]) {
    const found = plain.findIndex((column, index) => !taken.has(index) && fits(column, name))
    if (found >= 0) return found
  }
  return undefined
}

export function isKnownColumn(column: string): boolean {
  const plain = plainName(column)
  return plain !== '' && roles.some((role) => names[role].some((name) => name.startsWith('=') && fits(plain, name)))
}

function fits(column: string, name: string): boolean {
  if (name.startsWith('=')) return column === name.slice(1)
  return column.includes(name) && column.length <= 40
}

/** `Fälligkeit (EUR)` → `falligkeit`. */
function plainName(column: string): string {
  return column
    .slice(0, 200)
    .replace(/[([].*?[)\]]/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}
