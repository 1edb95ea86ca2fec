export { htmlPolicy } from './html/render-html.ts'
export { renderReport, type ReportFormat, type ReportOptions } from './render-report.ts'
