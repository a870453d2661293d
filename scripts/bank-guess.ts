// npm run bank:guess [-- --json]: answers the banks, in each language, as people without any knowledge of the law
// would, and names the questions in which guessing pays. Exit code 1 if a way of answering earns more than its ceiling.
import { keysOf } from '@/domain/course/checks/questions'
import { type GuessReport, guessReport, MOST_IN_A_COURSE, MOST_OVERALL } from '@/domain/course/guessing/guess-bank'
import { listCourses, readCourse } from '@/server/content/read-course'
import { runIfCalled } from './run-if-called'

export function main(args: readonly string[], root: string): void {
  const courses = listCourses(root).flatMap((id) => {
    const { bank, second } = readCourse(root, id).course
    const keys = keysOf([...bank, ...second])
    return keys.length > 0 ? [{ id, keys }] : []
  })
  const report = guessReport(courses)
  if (args.includes('--json')) console.log(JSON.stringify(report, null, 2))
  else print(report)
  process.exitCode = report.some(isOver) ? 1 : 0
}

const points = (gain: number) => `${gain > 0 ? '+' : ''}${(gain * 100).toFixed(1)}`
const isOver = ({ over, courses: rows }: GuessReport) => over || rows.some((row) => row.over)

function print(report: readonly GuessReport[]): void {
  const courses = report[0]?.courses.map(({ id }) => id) ?? []
  console.log(
    'Points above chance, per hundred questions, of ways to answer without knowledge. * is above the ceiling.',
  )
  console.log(['', 'all', ...courses].map((cell, at) => cell.padEnd(at ? 14 : 34)).join(''))
  for (const line of report) {
    const cells = [
      `${line.locale}  ${line.strategy}`.padEnd(34),
      `${points(line.overall)}${line.over ? '*' : ''}`.padEnd(14),
      ...line.courses.map(({ gain, over }) => `${points(gain)}${over ? '*' : ''}`.padEnd(14)),
    ]
    console.log(cells.join(''))
  }
  for (const line of report.filter(isOver)) {
    for (const row of line.courses.filter(({ over, gain }) => over || (line.over && gain > MOST_OVERALL))) {
      console.log(`${line.locale}  ${line.strategy}, ${row.id} ${points(row.gain)}: ${row.toBlame.join(', ')}`)
    }
  }
  console.log(`Ceilings: ${MOST_IN_A_COURSE * 100} in a course, ${MOST_OVERALL * 100} over all.`)
}

await runIfCalled(import.meta.url, main)
