import { Problem } from './problem.ts'

/** Refuses a request whose header Accept rules out every form it could be answered in. */
export function checkAccept(accept: string | undefined, offered: readonly string[]): void {
  if (accept === undefined || accept === '' || accept.includes('*/*') || offered.length === 0) return
  const wanted = accept
    .toLowerCase()
    .split(',')
    .map((part) => part.split(';').map((piece) => piece.trim()))
    .filter(([, ...parameters]) => !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)))
    .map(([range]) => range!)
  const fits = offered.some((type) => wanted.some((range) => range === type || range === `${type.split('/')[0]}/*`))
  if (!fits) throw new Problem('not-acceptable', `This address answers in ${offered.join(' or ')}; ask for that.`)
}
