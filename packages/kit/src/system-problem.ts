/** What the operating system said, in plain words: `there is no such file`. */
export function systemProblem(error: unknown, doing: 'read' | 'write'): string {
  const code = systemCode(error)
  if (code === undefined) throw error
  return problems[code] ?? `the system could not ${doing} it (${code})`
}

/** The code of a system error; undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  return 'syscall' in error ? error.code : undefined
}

const problems: Readonly<Record<string, string>> = {
  EACCES: 'you may not open it; check who may read and write it',
  EBUSY: 'another program is using it; close it there and try again',
  EDQUOT: 'your disk quota is used up; make room and try again',
  EEXIST: 'it is there already',
  EISDIR: 'this is a folder, not a file',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full; make room and try again',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EPERM: 'the system does not allow it',
  EROFS: 'the disk is read-only',
}
