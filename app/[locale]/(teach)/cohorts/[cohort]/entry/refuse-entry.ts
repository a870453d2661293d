import type { FormState } from '@/components/form/form-state'
import { type EntryForm, type EntryReading, MOST_DOMAINS } from '@/domain/cohort/entry/entry-form'
import type { Translator } from '@/i18n/translator'

/** Gives the form back with its errors. An error about the domains names the wrong one. */
export function refuseEntry(
  { name, problem, domain }: Extract<EntryReading, { status: 'wrong' }>,
  typed: EntryForm,
  t: Translator,
): FormState {
  const sentence = t(`cohorts.entry.problems.${problem}`, { domain, max: MOST_DOMAINS })
  const text = t('fields.problemOf', { field: t(`cohorts.entry.${name}`), problem: sentence })
  return { summary: [{ name, text }], errors: { [name]: sentence }, values: typed }
}
