/** The documents a result can be turned into. */
export type ReportFormat = 'html' | 'markdown' | 'csv' | 'json'
