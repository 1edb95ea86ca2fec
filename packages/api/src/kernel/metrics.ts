/** Counts what the service does, with as many series as there are operations and no more. */
export interface Metrics {
  readonly observe: (operation: string, status: number, milliseconds: number) => void
  /** In the text format that Prometheus reads. */
  readonly text: (gauges: readonly Gauge[]) => string
}

interface Gauge {
  readonly name: string
  readonly about: string
  readonly value: number
}

const bounds = [1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000] as const

interface Series {
  /** By the first digit of the status. */
  readonly byClass: number[]
  readonly buckets: number[]
  sum: number
  count: number
}

export function createMetrics(): Metrics {
  const series = new Map<string, Series>()
  return {
    observe: (operation, status, milliseconds) => {
      let own = series.get(operation)
      if (own === undefined) series.set(operation, (own = newSeries()))
      own.byClass[Math.floor(status / 100)]!++
      let at = 0
      while (at < bounds.length && milliseconds > bounds[at]!) at++
      own.buckets[at]!++
      own.sum += milliseconds
      own.count++
    },
    text: (gauges) => [...requestLines(series), ...durationLines(series), ...gauges.flatMap(gaugeLines), ''].join('\n'),
  }
}

function newSeries(): Series {
  return {
    byClass: Array.from({ length: 6 }, () => 0),
    buckets: Array.from({ length: bounds.length + 1 }, () => 0),
    sum: 0,
    count: 0,
  }
}

function requestLines(series: ReadonlyMap<string, Series>): string[] {
  const name = 'joinery_requests_total'
  const lines = [`# HELP ${name} Requests answered, by operation and class of status.`, `# TYPE ${name} counter`]
  for (const [operation, { byClass }] of series)
    for (const [group, count] of byClass.entries())
      if (count > 0) lines.push(`${name}{operation="${operation}",status="${group}xx"} ${count}`)
  return lines
}

function durationLines(series: ReadonlyMap<string, Series>): string[] {
  const name = 'joinery_request_duration_seconds'
  const lines = [`# HELP ${name} How long requests took.`, `# TYPE ${name} histogram`]
  for (const [operation, { buckets, sum, count }] of series) {
    let total = 0
    for (const [index, bound] of bounds.entries()) {
      total += buckets[index]!
      lines.push(`${name}_bucket{operation="${operation}",le="${bound / 1_000}"} ${total}`)
    }
    lines.push(`${name}_bucket{operation="${operation}",le="+Inf"} ${count}`)
    lines.push(
      `${name}_sum{operation="${operation}"} ${sum / 1_000}`,
      `${name}_count{operation="${operation}"} ${count}`,
    )
  }
  return lines
}

function gaugeLines({ name, about, value }: Gauge): string[] {
  return [`# HELP ${name} ${about}`, `# TYPE ${name} gauge`, `${name} ${value}`]
}
