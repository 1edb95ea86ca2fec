import { inGroups, type Intake, type IntakeFault, type Proposal, type Question } from '@joinery/intake'
import { clean } from './print-faults.ts'

/** What was found in files, in plain lines; what can be accepted is numbered over all files. */
export function intakeLines(intakes: readonly Intake[]): string {
  let number = 0
  const lines = intakes.flatMap((intake) => {
    const { name, kind, rows, faults, questions, proposals, notes } = intake
    const found = inGroups(proposals).flatMap((group) => {
      const [{ says, because, recorded, group: together }] = group as [Proposal]
      if (recorded !== undefined) return `  –  ${says} (${because}); stays as recorded: ${JSON.stringify(recorded)}`
      number++
      if (together === undefined) return `  ${number}  ${says} (${because})`
      const examples = group.slice(0, 3).map((one) => `       ${one.says}`)
      return [`  ${number}  ${together}, such as:`].concat(examples)
    })
    return [
      `${name}: ${kind ?? 'not recognised'}${rows === 0 ? '' : `, ${rows} rows`}`,
      ...faults.map((fault) => `  ${placeOf(fault)}: ${fault.message}`),
      ...questions.flatMap(questionLines),
      ...found,
      ...notes.map((note) => `     ${note}`),
    ]
  })
  const last = number === 0 ? [] : ['Accept with --accept all, or by number: --accept 1']
  return `${[...lines, ...last].map(clean).join('\n')}\n`
}

function placeOf({ file, line, column, sheet, cell }: IntakeFault): string {
  if (sheet !== undefined) return `${file}, sheet "${sheet}", cell ${cell ?? ''}`
  return line === undefined ? file : `${file}:${line}:${column ?? 1}`
}

function questionLines({ id, text, options }: Question): string[] {
  const lines = options.map(({ value, label }) => `     ${optionFor(id)}=${value}   ${label}`)
  return [`  ?  ${text}`, ...lines]
}

function optionFor(id: string): string {
  return id.startsWith('column ') ? `--column ${id.slice('column '.length)}` : `--answer ${id}`
}

/** Every partner of a ledger, the largest first, and how much the largest few make up. */
export function partnerLines({ name, partners }: Intake): string {
  if (partners.length === 0) return ''
  const lines = partners.map(({ name: partner, share, amount }) => {
    return `${percent(share).padStart(7)}  ${amount.toLocaleString('en', { maximumFractionDigits: 2 }).padStart(14)}  ${partner}`
  })
  const first = partners.slice(0, 3).reduce((sum, { share }) => sum + share, 0)
  return `${[name, ...lines, `The first ${Math.min(3, partners.length)} make up ${percent(first)}.`].map(clean).join('\n')}\n`
}

function percent(share: number): string {
  return `${(Math.round(share * 1000) / 10).toFixed(1)} %`
}
