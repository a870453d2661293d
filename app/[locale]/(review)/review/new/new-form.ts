import type { Refused } from '@/app/http/form'
import { labelOfNew, limitsOfNew } from '@/components/editorial/new/new-fields'
import type { CheckedFiles } from '@/components/editorial/new/new-text-page'
import { type SaidFinding, sayFinding } from '@/components/editorial/say-finding'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import type { Finding } from '@/domain/course/checks/finding'
import { AppError } from '@/domain/errors'
import type { FieldProblems } from '@/domain/form/field-problem'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { library } from '@/server/content/library'
import type { CheckedText } from '@/server/editorial/checking/typed-text'
import type { Plan } from '@/server/editorial/new/propose-new'
import { checkChanges } from '@/server/editorial/source-text'

type Typed = Readonly<Record<string, string>>

/** @throws {AppError} invalid-input if the form was not made by its page */
export function refusedNew(typed: Typed, { draft, ...problems }: FieldProblems, t: Translator): Refused {
  if (draft) throw new AppError('invalid-input', 'draft')
  const names = Object.keys(problems)
  return { refused: refuseFields(t, problems, typed, limitsOfNew(names), (name) => labelOfNew(t, name)) }
}

/** The form with what was typed, and the reason why nothing was saved. */
export function refusedPlan(status: 'taken' | 'moved' | 'refused', typed: Typed, t: Translator): Refused {
  const problem = t(status === 'refused' ? 'editorial.source.refused' : `editorial.new.${status}`)
  return { refused: refuseForm(problem, typed), status: status === 'refused' ? 400 : 409 }
}

type Reader = { locale: Locale; t: Translator }

/**
 * The planned files with the findings of the checks and a preview; null if there is nothing to check. @throws {AppError}
 * as `checkChanges`
 */
export async function checkedPlan(plan: Plan | null, reader: Reader): Promise<CheckedFiles | null> {
  if (plan?.status !== 'planned') return null
  const { text, changes } = plan.planned
  return { files: changes, ...sayChecked(await checkChanges(text, changes), reader) }
}

/** What the checks made, with the findings in the reader's language. */
export function sayChecked({ findings, preview }: CheckedText, reader: Reader) {
  return { findings: sayFindings(findings, reader), preview }
}

/** What the checks found, in the reader's language. */
export function sayFindings(findings: readonly Finding[], { locale, t }: Reader): SaidFinding[] {
  return findings.map((finding) => sayFinding(finding, { store: library(), locale, t }))
}
