import type { Shipment, Shipped, ShippedFile, ShippedVersion } from './contract/shipped.ts'
import type { DatabaseEngine, Session } from './engine/engine.ts'

/** Files of versions, over all tenants: what is in two of them is kept once. */
export function createShipped(database: DatabaseEngine, clock: () => Date): Shipped {
  return {
    keep: async (shipments, mostBytes) => {
      const isDone = await database.read('platform', (session) => isKept(session, shipments, mostBytes))
      if (isDone) return []
      return database.write('platform', async (session) => {
        await waitForOthers(session)
        for (const shipment of shipments) await add(session, shipment, clock().toISOString())
        return trim(session, shipments, mostBytes)
      })
    },
    files: (version) => database.read('platform', (session) => filesOf(session, version)),
    newest: async (family, name) => {
      const { rows } = await database.read('platform', (session) =>
        session.query((db) =>
          db
            .selectFrom('shipped_file')
            .select('hash')
            .where('family', '=', family)
            .where('name', '=', name)
            .orderBy('at', 'desc')
            .orderBy('version')
            .limit(1),
        ),
      )
      return rows[0]?.hash
    },
    body: async (hash) => {
      const { rows } = await database.read('platform', (session) =>
        session.query((db) => db.selectFrom('shipped_body').select('packed').where('hash', '=', hash)),
      )
      return rows[0]?.packed
    },
  }
}

async function isKept(session: Session, shipments: readonly Shipment[], mostBytes: number): Promise<boolean> {
  for (const shipment of shipments) {
    const there = await filesOf(session, shipment)
    if (shipment.files.some(({ name, hash }) => there.get(name) !== hash)) return false
  }
  return (await bytesOf(session)) <= mostBytes
}

/** Processes that start together take turns: none lets go of what another one is just naming. */
async function waitForOthers(session: Session): Promise<void> {
  if (session.engine === 'postgres') await session.sql('lock table "shipped_file" in share row exclusive mode')
}

async function filesOf(session: Session, { family, version }: ShippedVersion): Promise<ReadonlyMap<string, string>> {
  const { rows } = await session.query((db) =>
    db
      .selectFrom('shipped_file')
      .select(['name', 'hash'])
      .where('family', '=', family)
      .where('version', '=', version)
      .orderBy('name'),
  )
  return new Map(rows.map(({ name, hash }) => [name, hash]))
}

async function add(session: Session, { family, version, files }: Shipment, at: string): Promise<void> {
  for (const file of files) {
    await addBody(session, file)
    await session.query((db) =>
      db
        .insertInto('shipped_file')
        .values({ family, version, name: file.name, hash: file.hash, at })
        .onConflict((conflict) => conflict.columns(['family', 'version', 'name']).doUpdateSet({ hash: file.hash })),
    )
  }
}

async function addBody(session: Session, { hash, packed }: ShippedFile): Promise<void> {
  const { rows } = await session.query((db) => db.selectFrom('shipped_body').select('size').where('hash', '=', hash))
  if (rows.length > 0) return
  const bytes = packed()
  await session.query((db) => db.insertInto('shipped_body').values({ hash, size: bytes.length, packed: bytes }))
}

async function trim(
  session: Session,
  own: readonly ShippedVersion[],
  mostBytes: number,
): Promise<readonly ShippedVersion[]> {
  const gone: ShippedVersion[] = []
  for (const oldest of await othersOldestFirst(session, own)) {
    if ((await bytesOf(session)) <= mostBytes) break
    await session.query((db) =>
      db.deleteFrom('shipped_file').where('family', '=', oldest.family).where('version', '=', oldest.version),
    )
    await session.query((db) =>
      db.deleteFrom('shipped_body').where('hash', 'not in', (inner) => inner.selectFrom('shipped_file').select('hash')),
    )
    gone.push(oldest)
  }
  return gone
}

async function othersOldestFirst(session: Session, own: readonly ShippedVersion[]): Promise<readonly ShippedVersion[]> {
  const { rows } = await session.query((db) =>
    db
      .selectFrom('shipped_file')
      .select((has) => ['family', 'version', has.fn.min('at').as('first')])
      .groupBy(['family', 'version'])
      .orderBy('first')
      .orderBy('version'),
  )
  return rows
    .map(({ family, version }) => ({ family, version }) as ShippedVersion)
    .filter((one) => !own.some(({ family, version }) => family === one.family && version === one.version))
}

async function bytesOf(session: Session): Promise<number> {
  const { rows } = await session.query((db) =>
    db.selectFrom('shipped_body').select((has) => has.fn.sum<number | string | null>('size').as('bytes')),
  )
  return Number(rows[0]?.bytes ?? 0)
}
