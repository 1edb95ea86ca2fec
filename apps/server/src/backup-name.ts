/** Names of backups that the service gives, in the order of time. */
export function backupName(now: Date): string {
  return `joinery-${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.backup`
}

export function isBackupName(name: string): boolean {
  return /^joinery-\d{8}T\d{6}Z\.backup$/.test(name)
}
