import pg from 'pg'
import type { Answer } from './postgres-knowledge.ts'
import { unknownNames } from './postgres-line.ts'

/** Asks the database one small question again and again. */
export interface Asker {
  /** Undefined where there is no answer. One at a time: the next one is asked once this was heard. */
  ask(parameter: string | null, hear: Hear): void
  close(): Promise<void>
}

type Hear = (answer: Answer) => void

/** A database that says nothing for so long has gone. */
const longestMs = 5_000
const name = 'joinery_question'

/**
 * `sql` has one parameter and gives one row of texts. It goes over a connection of its own, which is made when it is first asked
 * and anew after anything went wrong; it is parsed once, and nothing is made of the answer but its texts. So thousands a second
 * cost little.
 */
export function createAsker(connectionString: string, sql: string): Asker {
  let line: Line | undefined
  let isNamed = true
  const open = (): Line => {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: longestMs })
    const opened = openLine(client, { sql, isNamed }, (code) => {
      if (line === opened) line = undefined
      if (unknownNames.has(code)) isNamed = false
    })
    return opened
  }
  return {
    ask: (parameter, hear) => (line ??= open()).ask(parameter, hear),
    close: async () => line?.end(),
  }
}

interface Line {
  ask(parameter: string | null, hear: Hear): void
  end(): Promise<void>
}

interface Text {
  readonly sql: string
  readonly isNamed: boolean
}

/** `gone` is told the code of what went wrong. */
function openLine(client: pg.Client, text: Text, gone: (code: string) => void): Line {
  let hearing: Hear | undefined
  let state: 'connecting' | 'up' | 'over' = 'connecting'
  const answer: Hear = (given) => {
    const hear = hearing
    hearing = undefined
    hear?.(given)
  }
  const end = async (code = ''): Promise<void> => {
    if (state === 'over') return
    state = 'over'
    clearTimeout(timer)
    gone(code)
    answer(undefined)
    await client.end().catch(() => undefined)
  }
  const fail = (error: Failure): void => void end(error.code)
  const timer = setTimeout(() => hearing !== undefined && void end(), longestMs).unref()
  const question = createQuestion(text, { answer, fail })
  client.on('error', fail).connect((error: Failure | null) => {
    if (error !== null) return fail(error)
    state = 'up'
    client.query(question)
  })
  return {
    ask: (parameter, hear) => {
      hearing = hear
      question.parameter = parameter
      timer.refresh()
      if (state === 'up') client.query(question)
    },
    end,
  }
}

type Failure = Error & { readonly code?: string }

interface Heard {
  readonly answer: Hear
  readonly fail: (error: Failure) => void
}

/** One object for all the times it is asked. */
interface Question extends pg.Submittable {
  parameter: string | null
}

/** What the driver asks and tells of it, in its own words. */
function createQuestion({ sql, isNamed }: Text, { answer, fail }: Heard): Question {
  // without a name it is parsed each time
  const statement = isNamed ? name : ''
  let isParsed = false
  let given: Answer
  const question: Question = Object.assign(
    {
      parameter: null,
      submit: (connection: pg.Connection) => {
        connection.stream.cork()
        if (!isParsed) connection.parse({ name: statement, text: sql, types: [] }, true)
        isParsed = isNamed
        connection.bind({ statement, values: [question.parameter] }, true)
        connection.execute(null, true)
        connection.sync()
        connection.stream.uncork()
      },
    },
    {
      handleRowDescription: () => undefined,
      handleDataRow: ({ fields }: { readonly fields: readonly (string | null)[] }) => (given = fields),
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => {
        const told = given
        given = undefined
        answer(told)
      },
      handleError: fail,
    },
  )
  return question
}
