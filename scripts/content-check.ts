import { reportTable, signedCells } from '@/domain/course/checks/report-table'
import { SIGN_ROLES } from '@/domain/signoff/signoff'
import { checkContent, describeFinding, errorsIn } from '@/server/content/check-content'
import { runIfCalled } from './run-if-called'

// npm run content:check [-- --json --signed]: exit code 1 if there is an error; warnings alone give 0. With --signed,
// an unsigned text whose course requires a signature is an error too, as it is when the course is published.
export function main(args: readonly string[], root: string): void {
  const { unsigned, ...checked } = checkContent(root)
  const findings = args.includes('--signed') ? [...checked.findings, ...unsigned] : checked.findings
  const report = { ...checked, findings }
  const errors = errorsIn(report.findings).length

  if (args.includes('--json')) {
    console.log(JSON.stringify(report, null, 2))
  } else {
    for (const finding of report.findings) console.log(describeFinding(finding))
    for (const line of reportTable(report.courses)) console.log(line)
    const { provisions, decisions, terms, indicators, checklists, models, briefs, referral, figures, profiles, rules } =
      report.library
    console.log(
      `Library: ${provisions} provisions, ${decisions} decisions, ${terms} terms, ${indicators} indicators, ${checklists} checklists, ${models} models, ${briefs} briefs, ${referral} referral entries, ${figures} series of figures, ${profiles} profiles for plans of referral and ${rules} rules about them.`,
    )
    const { cited, quoted, told } = report.citedLaw
    console.log(
      `Law: ${cited} provisions are cited; ${quoted} are quoted in Arabic, ${told} are told, with where to read them.`,
    )
    const signed = signedCells([report.libraryReview]).map((cell, place) => `${SIGN_ROLES[place]} ${cell}`)
    console.log(`Library sign-offs ar/fr/en: ${signed.join(', ')} entries.`)
    console.log(`${errors} errors, ${report.findings.length - errors} warnings.`)
  }
  process.exitCode = errors > 0 ? 1 : 0
}

await runIfCalled(import.meta.url, main)
