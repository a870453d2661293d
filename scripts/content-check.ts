import { LOCALES } from '@/domain/locale'
import { type ContentReport, checkContent, describeFinding, errorsIn } from '@/server/content/check-content'

// npm run content:check [-- --json]: exit code 1 when there is an error; warnings let it pass.
const report = checkContent(process.cwd())
const errors = errorsIn(report.findings).length

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(report, null, 2))
} else {
  for (const finding of report.findings) console.log(describeFinding(finding))
  for (const line of tableOf(report)) console.log(line)
  const { provisions, decisions, terms, indicators, referral, figures } = report.library
  console.log(
    `Library: ${provisions} provisions, ${decisions} decisions, ${terms} terms, ${indicators} indicators, ${referral} referral entries, ${figures} series of figures.`,
  )
  console.log(`${errors} errors, ${report.findings.length - errors} warnings.`)
}
process.exitCode = errors > 0 ? 1 : 0

/** What the courses hold, by language in the order ar/fr/en. */
function tableOf({ courses }: ContentReport): string[] {
  const head = [
    'course',
    'lessons',
    'practice',
    'exam',
    'words ar/fr/en',
    'citations ar/fr/en',
    'legal sign-offs ar/fr/en',
  ]
  const rows = courses.map(({ id, lessons, bank, review }) => {
    const sum = (count: 'words' | 'citations') =>
      LOCALES.map((locale) => lessons.reduce((total, { languages }) => total + (languages[locale]?.[count] ?? 0), 0))
    const practice = lessons.reduce((total, lesson) => total + lesson.practice, 0)
    const signed = `${LOCALES.map((locale) => review.legal[locale]).join('/')} of ${review.parts}`
    return [id, lessons.length, practice, bank.questions, sum('words').join('/'), sum('citations').join('/'), signed]
  })
  const cells = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
