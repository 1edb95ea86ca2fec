import type { IncomingMessage, ServerResponse } from 'node:http'
import { Server as HttpServer } from 'node:http'
import { Server as NetServer, type AddressInfo, type Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { AnswerAtOnce } from '@joinery/api'
import { exitCodes, ServerProblem } from '../problem.ts'

type Fetch = Parameters<typeof getRequestListener>[0]

/** What answers requests. */
interface Answering {
  readonly fetch: Fetch
  /** Asked first, where there is one: gives again what was given before. */
  readonly answerAtOnce?: AnswerAtOnce | undefined
}

interface Place {
  readonly host: string
  readonly port: number
}

const settings = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 72_000,
  // a request without a body needs no stream
  optimizeEmptyRequests: true,
}

export interface Listener {
  /** `http://127.0.0.1:4400` */
  readonly address: string
  /**
   * Takes no new connection, answers every request that still comes over an open one, and ends each connection with its
   * answer. After `longestMs` what is left is cut off; gives how many requests that were.
   */
  readonly drain: (longestMs: number) => Promise<number>
  /** Settles when nobody waits for an answer; after so many milliseconds also when there is always somebody. */
  readonly quiet: (longestMs: number) => Promise<void>
  /** Whether somebody has asked just now, and so may soon ask again. */
  readonly isBusy: () => boolean
}

/** An idle client may be sending just now: its connection is not cut before it was quiet for so long. */
const quietMs = 1_000

/** Twenty requests a second leave no longer between them. */
const busyMs = 50

export async function listen({ fetch, answerAtOnce }: Answering, at: Place): Promise<Listener> {
  const traffic: Traffic = { sockets: new Set(), atWork: new Set(), waiting: new Set(), draining: false, lastAt: 0 }
  const server = new HttpServer(settings, requestListener({ fetch, answerAtOnce }, traffic))
  server.on('connection', (socket: Socket) => {
    traffic.sockets.add(socket)
    socket.once('close', () => traffic.sockets.delete(socket))
  })
  await bound(server, at)
  const { port } = server.address() as AddressInfo
  return {
    address: `http://${at.host.includes(':') ? `[${at.host}]` : at.host}:${port}`,
    drain: (longestMs) => drain(server, traffic, longestMs),
    quiet: (longestMs) => quiet(traffic, longestMs),
    isBusy: () => performance.now() - traffic.lastAt < busyMs,
  }
}

interface Traffic {
  readonly sockets: Set<Socket>
  readonly atWork: Set<ServerResponse>
  /** Told when nobody is at work. */
  readonly waiting: Set<() => void>
  draining: boolean
  lastAt: number
}

type Listen = (incoming: IncomingMessage, response: ServerResponse) => void

function requestListener({ fetch, answerAtOnce }: Answering, traffic: Traffic): Listen {
  const goTheWholeWay = getRequestListener(fetch)
  const otherwise: Listen = (incoming, response) => void goTheWholeWay(incoming, response)
  // one function for all of them: this is done for every request
  const ended = function (this: ServerResponse): void {
    traffic.atWork.delete(this)
    if (traffic.atWork.size === 0) for (const goOn of traffic.waiting) goOn()
  }
  return (incoming, response) => {
    traffic.lastAt = performance.now()
    // the client hears "Connection: close" and sends nothing more over it
    if (traffic.draining) response.shouldKeepAlive = false
    if (answerAtOnce === undefined) otherwise(incoming, response)
    else answerAtOnce(incoming, response, otherwise)
    if (response.writableEnded) return
    traffic.atWork.add(response)
    response.on('close', ended)
  }
}

async function quiet({ atWork, waiting }: Traffic, longestMs: number): Promise<void> {
  // whoever has asked by now is let in first
  await new Promise((resolve) => setImmediate(resolve))
  if (atWork.size === 0) return
  await new Promise<void>((resolve) => {
    const goOn = (): void => {
      clearTimeout(timer)
      waiting.delete(goOn)
      resolve()
    }
    const timer = setTimeout(goOn, longestMs)
    waiting.add(goOn)
  })
}

async function drain(server: HttpServer, traffic: Traffic, longestMs: number): Promise<number> {
  // whoever has connected by now is let in
  await new Promise((resolve) => setImmediate(resolve))
  const startedAt = performance.now()
  // not the close of HTTP, which cuts idle connections at once: a request may be on its way over one of them
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()))
  // only now that the door is shut: a client whose connection ends connects anew, and must find it so
  traffic.draining = true
  for (const response of traffic.atWork) response.shouldKeepAlive = false
  let cutOff = 0
  const watching = setInterval(() => {
    const now = performance.now()
    if (now - startedAt > longestMs) {
      cutOff += traffic.atWork.size
      server.closeAllConnections()
    } else if (now - Math.max(startedAt, traffic.lastAt) > quietMs) closeIdle(server, traffic)
  }, 50)
  await closed
  clearInterval(watching)
  return cutOff
}

function closeIdle(server: HttpServer, { sockets }: Traffic): void {
  server.closeIdleConnections()
  // one that never sent anything is not idle to Node, but still waited for
  for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
}

function bound(server: HttpServer, { host, port }: { readonly host: string; readonly port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(error, host, port)))
    // a long queue: connections that wait while the process is busy are not refused
    server.listen({ host, port, backlog: 1_024 }, resolve)
  })
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): ServerProblem {
  const { code } = error
  if (code === 'EADDRINUSE')
    return new ServerProblem(`port ${port} of ${host} is in use; stop what uses it, or choose another one: PORT=4401`, {
      exitCode: exitCodes.busy,
      cause: error,
    })
  if (code === 'EACCES')
    return new ServerProblem(
      `port ${port} needs rights that this user does not have; choose one above 1023: PORT=4400`,
      { cause: error },
    )
  return new ServerProblem(`${host} is no address of this machine (${code}); choose another one: HOST=127.0.0.1`, {
    cause: error,
  })
}
