import { answered, type Chosen, type Intake, type Mapping, type Question } from '@joinery/intake'
import type { Desk } from '../desk.ts'
import { isFree, ledgersFirst, recordFor, withFindings, type Brought, type Found } from './bringing.ts'
import { createReading, type Reading } from './reading.ts'
import { remember, rememberedFor } from './remembered.ts'
import { everyCandidate, keyOf, type Bring, type State, type Written } from './state.ts'
import { words } from '../words/speak.ts'

/** Files are read on the device, become proposals, and are written where somebody says so. */
export function createBring(desk: Desk, state: State): Bring {
  let reading: Reading | undefined
  const read = (brought: Brought) => readAlone(brought, { desk, state, reading: (reading ??= createReading()) })
  const again = (at: number, change: (before: Brought) => Brought) => {
    const before = state.brought[at]
    if (before !== undefined) void read(replace(state, before, change(before)))
  }
  return {
    add: (files: readonly File[]) => {
      const fresh = files.map((file): Brought => ({
        file,
        chosen: {},
        progress: 0,
        intake: undefined,
        problem: undefined,
      }))
      Object.assign(state, { brought: [...state.brought, ...fresh], found: undefined, written: undefined })
      for (const one of fresh) void read(one)
    },
    remove: (at: number) => {
      Object.assign(state, { brought: state.brought.filter((_one, index) => index !== at), found: undefined })
      desk.redraw()
    },
    answer: (at: number, id: string, value: string) =>
      again(at, (before) => ({ ...before, chosen: answered(before.chosen, id, value) })),
    map: (at, mapping) =>
      again(at, ({ chosen, intake, ...rest }) => ({ ...rest, intake, chosen: mappedBy(chosen, mapping, intake) })),
    find: () => desk.run(() => find(state, { desk, reading: (reading ??= createReading()) })),
    ...choosing(desk, state),
    write: () => desk.run(() => write(state, desk)),
  }
}

/** With columns chosen, the kind of the file is settled too: it is not found out again by them. */
function mappedBy(chosen: Chosen, mapping: Mapping, intake: Intake | undefined): Chosen {
  return intake?.kind === undefined ? { ...chosen, mapping } : { ...chosen, mapping, kind: intake.kind }
}

/** What is only ticked, and neither read nor written. */
function choosing(desk: Desk, state: State): Pick<Bring, 'pick' | 'addPartner' | 'confirm' | 'unfold'> {
  return {
    pick: (names: readonly string[], isOn: boolean) => {
      for (const name of names) state.picked[isOn ? 'add' : 'delete'](name)
      state.found = undefined
      desk.redraw()
    },
    addPartner: (name: string) => {
      state.added = [...state.added, name]
      state.picked.add(name)
      state.found = undefined
      desk.redraw()
    },
    confirm: (keys: readonly string[], isOn: boolean) => {
      for (const key of keys) state.confirmed[isOn ? 'add' : 'delete'](key)
      desk.redraw()
    },
    unfold: (key: string) => {
      if (!state.unfolded.delete(key)) state.unfolded.add(key)
      desk.redraw()
    },
  }
}

interface Means {
  readonly desk: Desk
  readonly reading: Reading
}

function replace(state: State, before: Brought, after: Brought): Brought {
  state.brought = state.brought.map((one) => (one === before ? after : one))
  return after
}

/** What a file says by itself: what kind it is, which columns it has, which partners it names. */
async function readAlone(brought: Brought, { desk, state, reading }: Means & { readonly state: State }): Promise<void> {
  let now = brought
  const become = (change: Partial<Brought>) => {
    now = replace(state, now, { ...now, ...change })
    state.found = undefined
    desk.redraw()
  }
  const read = async (chosen: Brought['chosen']) => {
    const wanted = { file: now.file, records: [{}], asOf: desk.today, chosen }
    const [intake] = await reading({ ...wanted, progress: (progress) => become({ progress }) })
    return intake
  }
  become({ progress: 0, problem: undefined })
  try {
    const intake = await read(now.chosen)
    const known = Object.keys(now.chosen).length > 0 ? undefined : rememberedFor(intake?.columns ?? [])
    if (known === undefined) {
      become({ intake, progress: undefined })
      if (intake !== undefined && Object.keys(now.chosen).length > 0) remember(intake.columns, now.chosen)
    } else become({ chosen: known, intake: await read(known), progress: undefined })
  } catch (error) {
    become({ progress: undefined, problem: error instanceof Error ? error.message : words().files.unreadable })
  }
}

/** Looks through all files for each partner that was picked. */
async function find(state: State, { desk, reading }: Means): Promise<void> {
  const candidates = everyCandidate(state).filter(({ name }) => state.picked.has(name))
  const records = candidates.map((candidate) => recordFor(candidate, state.entries, desk.service.firm.name))
  const found = candidates.map((candidate, at): Found => ({
    candidate,
    record: records[at] ?? {},
    proposals: [],
    asked: [],
  }))
  for (const one of ledgersFirst(state.brought)) {
    const { file, chosen } = one
    const intakes = await reading({ file, records, asOf: desk.today, chosen, progress: () => undefined })
    for (const [at, intake] of intakes.entries()) {
      const before = found[at]
      if (before === undefined) continue
      const proposals = [...before.proposals, ...intake.proposals]
      found[at] = {
        ...before,
        proposals,
        asked: [...before.asked, ...askedBy(intake, one)],
      }
    }
  }
  state.confirmed.clear()
  state.found = found
}

/** What a file asks about one partner; what it asks by itself is asked beside the file. */
function askedBy({ questions }: Intake, { intake }: Brought): readonly Question[] {
  const general = new Set(intake?.questions.map(({ id }) => id))
  return questions.filter(({ id }) => !general.has(id))
}

/** Writes partner by partner. What was written is out of the list at once: after a failure only the rest is written again. */
async function write(state: State, { service }: Desk): Promise<void> {
  const written: Written[] = []
  for (const one of state.found ?? []) {
    const proposals = one.proposals.filter((proposal, at) => isFree(proposal) && state.confirmed.has(keyOf(one, at)))
    const { id: known, name } = one.candidate
    if (known !== undefined && proposals.length === 0) continue
    const entry =
      known === undefined
        ? await service.create(withFindings(one.record, proposals))
        : await service.save(known, (record) => withFindings(record, proposals))
    written.push({ name, id: entry.id, isNew: known === undefined, findings: proposals.length })
    state.found = state.found?.filter((other) => other !== one)
  }
  state.entries = await service.list()
  state.written = written
}
