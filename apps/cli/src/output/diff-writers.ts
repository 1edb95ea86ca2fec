import {
  placeOfChange,
  type Cause,
  type ImpactSummary,
  type LoadedRuleSet,
  type RelationshipImpact,
  type RuleChange,
  type RuleSetDiff,
  type Shift,
} from '@joinery/kit'
import { shownPath } from '../terminal.ts'
import { clean } from './print-faults.ts'

/** What is compared, and where it comes from. */
export interface Compared {
  readonly diff: RuleSetDiff
  readonly before: LoadedRuleSet
  readonly after: LoadedRuleSet
}

/** Writes a comparison: what has changed, then one relationship after another, then the sums. */
interface DiffWriter {
  readonly begin: () => string
  readonly impact: (impact: RelationshipImpact) => string
  readonly end: (summary: ImpactSummary) => string
}

export const diffWriters = { table: tableWriter, json: jsonWriter, markdown: markdownWriter } as const

function tableWriter(compared: Compared): DiffWriter {
  const { diff } = compared
  let shown = 0
  return {
    begin: () => {
      const groups = (['major', 'minor', 'patch'] as const).flatMap((bump) => {
        const changes = diff.changes.filter((change) => change.bump === bump)
        return changes.length === 0
          ? []
          : [`\n${bump.toUpperCase()}\n${changes.map((one) => changeLines(compared, one)).join('')}`]
      })
      return `${versionLine(diff)}\n${groups.join('')}`
    },
    impact: (impact) => {
      if (!impact.isMoved) return ''
      const moved = impact.principles.filter(({ direction }) => direction !== 'same')
      const lines = [
        clean(impact.id),
        `  The whole: ${shiftWords(impact.headline)}`,
        ...causeLines(moved.length === 0 ? impact.headline.causes : []),
        ...moved.flatMap((one) => {
          return [clean(`  ${one.id} ${one.title}: ${shiftWords(one)}`)].concat(causeLines(one.causes))
        }),
        ...(impact.setAside === 0 ? [] : [`  Answers that are asked again: ${impact.setAside}`]),
      ]
      return `${shown++ === 0 ? '\nWHO MOVES\n' : ''}${lines.join('\n')}\n`
    },
    end: (summary) => `\n${summaryLines(summary).join('\n')}\n`,
  }
}

function changeLines(compared: Compared, change: RuleChange): string {
  const place = placeOfChange(compared, change)
  const where =
    place === undefined ? '' : `    ${shownPath(place.file)}${place.line === undefined ? '' : `:${place.line}`}\n`
  return `  ${clean(`${nameOf(change)}: ${change.words}`)}\n${clean(where.trimEnd()) === '' ? '' : where}`
}

function nameOf({ of, id }: RuleChange): string {
  return id === '' || of === 'rule-set' ? of.replace('-', ' ') : `${of.replace('-', ' ')} ${id}`
}

function causeLines(causes: readonly Cause[]): string[] {
  return causes.map(({ change, points }) => {
    const share = points === undefined ? '' : ` (gave ${points.before} points of its clause, now ${points.after})`
    return clean(`    by ${nameOf(change)}: ${change.words}${share}`)
  })
}

function versionLine({ before, after, bump, isBigEnough }: RuleSetDiff): string {
  const names = before.id === after.id ? before.id : `${before.id} → ${after.id}`
  if (bump === 'none') return `${names} ${before.version} → ${after.version}: nothing has changed`
  const verdict = isBigEnough ? 'the version says so' : `${after.version} does not say so`
  return `${names} ${before.version} → ${after.version}: a ${bump} change; ${verdict}`
}

function shiftWords({ before, after, direction }: Shift): string {
  const words = {
    up: 'up',
    down: 'down',
    range: 'another upper end',
    same: 'stays',
    new: 'scored now',
    gone: 'not scored now',
  }
  return `${words[direction]}, ${standingWords(before)} → ${standingWords(after)}`
}

function standingWords(standing: Shift['before']): string {
  if (standing === null || standing.score === null) return 'no score'
  const { score, potential, level } = standing
  const range = potential === null || potential === score ? `${score}` : `${score} to ${potential}`
  return level === null ? range : `${range} (level ${level})`
}

function summaryLines({ relationships, moved, setAside, headline, principles, rules }: ImpactSummary): string[] {
  if (relationships === 0) return ['No relationships to compare: name some with --relationships.']
  return [
    `${moved} of ${relationships} relationships move: ${headline.up} up, ${headline.down} down as a whole.`,
    ...(setAside === 0 ? [] : [`${setAside} answers cannot be carried over and are asked again.`]),
    ...principles
      .filter(({ counts }) => counts.same < relationships)
      .map(({ id, title, counts }) =>
        clean(`  ${id} ${title}: ${counts.up} up, ${counts.down} down, ${counts.same} same`),
      ),
    ...rules.map(({ change, relationships: count }) =>
      clean(`  moved by ${nameOf(change)} (${change.kind}): ${count}`),
    ),
  ]
}

/** One document: `{ "diff", "relationships", "summary" }`. */
function jsonWriter(compared: Compared): DiffWriter {
  let count = 0
  const changes = compared.diff.changes.map((change) =>
    Object.assign({}, change, { place: placeOfChange(compared, change) }),
  )
  return {
    begin: () => `{"diff":${JSON.stringify({ ...compared.diff, changes })},\n"relationships":[`,
    impact: (impact) => `${count++ === 0 ? '\n' : ',\n'}${JSON.stringify(impact)}`,
    end: (summary) => `],\n"summary":${JSON.stringify(summary)}}\n`,
  }
}

function markdownWriter(compared: Compared): DiffWriter {
  const { diff } = compared
  const row = (...cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |\n`
  let shown = 0
  return {
    begin: () => {
      const rows = diff.changes.map((change) => row(change.bump, nameOf(change), change.words))
      const table = rows.length === 0 ? '' : `\n| Step | What | Change |\n| --- | --- | --- |\n${rows.join('')}`
      return `# ${cell(versionLine(diff))}\n${table}`
    },
    impact: (impact) => {
      const head = '\n## Who moves\n\n| Relationship | What | Before → after | Moved by |\n| --- | --- | --- | --- |\n'
      const nodes = [{ id: 'the whole', ...impact.headline }, ...impact.principles]
      const rows = nodes
        .filter(({ direction }) => direction !== 'same')
        .map((one) =>
          row(
            impact.id,
            one.id,
            shiftWords(one),
            [...new Set(one.causes.map(({ change }) => nameOf(change)))].join(', '),
          ),
        )
      if (rows.length === 0) return ''
      return `${shown++ === 0 ? head : ''}${rows.join('')}`
    },
    end: (summary) =>
      `\n## In all\n\n${summaryLines(summary)
        .map((line) => `${line.startsWith('  ') ? '- ' : ''}${cell(line.trim())}`)
        .join('\n')}\n`,
  }
}

/** Text that cannot break out of its cell. */
function cell(text: string): string {
  return clean(text).replaceAll(/[\\|<>`*_[\]]/g, String.raw`\$&`)
}
