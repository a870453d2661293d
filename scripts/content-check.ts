import { checkContent, describeFinding, errorsIn } from '@/server/content/check-content'

// npm run content:check [-- --json]: exit code 1 when there is an error; warnings let it pass.
const report = checkContent(process.cwd())
const errors = errorsIn(report.findings).length

if (process.argv.includes('--json')) {
  console.log(JSON.stringify(report, null, 2))
} else {
  for (const finding of report.findings) console.log(describeFinding(finding))
  const lessons = report.courses.reduce((sum, course) => sum + course.lessons.length, 0)
  const questions = report.courses.reduce((sum, course) => sum + course.bank.questions, 0)
  console.log(
    `${report.courses.length} courses, ${lessons} lessons, ${questions} exam questions, ${report.provisions} provisions.`,
  )
  console.log(`${errors} errors, ${report.findings.length - errors} warnings.`)
}
process.exitCode = errors > 0 ? 1 : 0
