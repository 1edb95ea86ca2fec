import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync } from 'node:zlib'

export interface File {
  readonly type: string
  readonly body: string | Uint8Array
}

/** What a page may ask for, by path. */
export type Files = ReadonlyMap<string, File>

/** Serves files packed with brotli on a free port of this machine. */
export async function serve(files: Files): Promise<{ readonly address: string; readonly close: () => void }> {
  const packed = new Map([...files].map(([path, { type, body }]) => [path, { type, body: brotliCompressSync(body) }]))
  const server = createServer(({ url = '/' }, response) => {
    const file = packed.get(new URL(url, 'http://localhost').pathname)
    if (file === undefined) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': file.type, 'content-encoding': 'br', 'cache-control': 'no-store' })
    return response.end(file.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://localhost:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
