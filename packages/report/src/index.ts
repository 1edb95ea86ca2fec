export { renderReport, type ReportFormat, type ReportOptions } from './render-report.ts'
