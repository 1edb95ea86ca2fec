export { htmlPolicy } from './html/render-html.ts'
export { renderAgenda, type AgendaFormat, type AgendaInput } from './agenda/render-agenda.ts'
export { calendarOf, type CalendarDay } from './calendar/calendar.ts'
export { renderReport, type ReportFormat, type ReportOptions } from './render-report.ts'
