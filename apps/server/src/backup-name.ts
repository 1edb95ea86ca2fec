/** Names of backups that the service gives, in the order of time. */
export function backupName(now: Date): string {
  return `joinery-${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.backup`
}

export function isBackupName(name: string): boolean {
  return /^joinery-\d{8}T\d{6}Z\.backup$/.test(name)
}

/** When a backup of this name was begun. */
export function backedUpAt(name: string): Date {
  return new Date(name.replace(/^joinery-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.backup$/, '$1-$2-$3T$4:$5:$6Z'))
}
