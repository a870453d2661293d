import type { Context } from '@/app/http/context'
import type { Refused } from '@/app/http/form'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import { fieldProblems } from '@/domain/form/field-problem'
import { textFields } from '@/domain/form/form-fields'
import { stampOf } from '@/domain/note/note'
import { MOST_NOTES, noteSchema } from '@/domain/note/note-text'
import { formatNumber } from '@/i18n/translator'
import type { Kept, Written } from '@/server/note/keep-note'

/** The text of a sent note and the stamp of the version that she saw, or the form with its errors. */
export function readNote(sent: FormData, { t }: Context): Written | Refused {
  const typed = typedNote(sent)
  const { data, error } = noteSchema.safeParse(typed)
  return data ? { text: data.noteText, seen: typed.seen } : { refused: refuseFields(t, fieldProblems(error), typed) }
}

/** What was typed, to be shown again. */
export function typedNote(sent: FormData) {
  return textFields(sent, ['noteText', 'seen', 'block'])
}

/**
 * The form with her text, if that was not stored. After a change on another device it holds the stamp of the version
 * now stored, which the page shows: if she sends the form again, she overwrites that version knowingly.
 */
export function refusedNote(
  outcome: Exclude<Kept, { status: 'kept' }>,
  typed: ReturnType<typeof typedNote>,
  { t, locale }: Context,
): Refused {
  if (outcome.status === 'full') {
    return { refused: refuseForm(t('notes.full', { max: formatNumber(MOST_NOTES, locale) }), typed), status: 409 }
  }
  const { stored } = outcome
  const text = stored?.text ?? null
  const values = { ...typed, seen: stampOf(stored), ...(text !== null && { stored: text }) }
  return { refused: refuseForm(t(text === null ? 'notes.goneHere' : 'notes.conflict'), values), status: 409 }
}
