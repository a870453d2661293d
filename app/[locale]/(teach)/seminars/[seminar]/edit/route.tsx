import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import type { ReviewView } from '@/components/seminar/change-review'
import { SeminarEditPage } from '@/components/seminar/form-pages'
import { refuseSeminar, valuesOf } from '@/components/seminar/seminar-fields'
import { href } from '@/components/shell/paths'
import { fieldProblems } from '@/domain/form/field-problem'
import { reasonSchema } from '@/domain/form/reason'
import { sittingField } from '@/domain/seminar/seminar-form'
import { peopleToTell } from '@/server/seminar/change-status'
import { changeSeminar, type Review, type SeminarChoices, seminarChoices } from '@/server/seminar/save-seminar'
import { requireSeminar } from '@/server/seminar/seminar-permit'
import { readSeminarForm, type SeminarForm } from '../../read-seminar-form'
import { seminarDocument } from '../../seminar-document'

type Granted = Awaited<ReturnType<typeof requireSeminar<'seminar:change'>>> & { choices: SeminarChoices }

const REFUSED = { version: 'changed', status: 'status', attended: 'attended', 'list-closed': 'list-closed' } as const

/** Changes a seminar. A button of the agenda shows the form again and saves nothing. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params }: Context<'seminar'>): Promise<Granted> => {
    const found = await requireSeminar(caller, 'seminar:change', params.seminar)
    return { ...found, choices: await seminarChoices(found.seminar.institutionId, found.seminar.cohortId) }
  },
  page: (context, granted, state) => editPage(context, granted, state),
  read: (form, { t }, { choices }: Granted) => readSeminarForm(form, choices, t),
  act: async (granted, value, context): Promise<string | DocumentPage | Refused> => {
    const { locale, t } = context
    if ('redraw' in value) return editPage(context, granted, value.redraw)
    const result = await changeSeminar(granted.permit, value, new Date())
    if ('saved' in result) {
      return href(locale, `/seminars/${granted.seminar.id}?done=${result.told > 0 ? 'told' : 'saved'}`)
    }
    if ('review' in result) return reviewPage(context, granted, value, result.review)
    if (result.refused === 'past') {
      return { refused: refuseSeminar({ [sittingField(0, 'day')]: { problem: 'past' } }, value.typed, t) }
    }
    return { refused: refuseForm(t(`seminar.refused.${REFUSED[result.refused]}`), value.typed), status: 409 }
  },
  done: (result) => result,
})

/** The form with what saving it would do. Asked for a reason and given none, she is told. */
async function reviewPage(
  context: Context<'seminar'>,
  granted: Granted,
  { fields, typed, reviewed, reason }: Extract<SeminarForm, { fields: unknown }>,
  review: Review,
): Promise<DocumentPage> {
  const missing = review.needsReason && reviewed === review.key && reason === null
  const { error } = reasonSchema.safeParse({ reason: typed.reason ?? '' })
  const state =
    missing && error ? refuseFields(context.t, fieldProblems(error), typed) : { ...UNTOUCHED, values: typed }
  return editPage(context, granted, state, { ...review, after: fields })
}

async function editPage(
  { locale, t }: Context<'seminar'>,
  { seminar, permit, choices }: Granted,
  state: FormState,
  review: ReviewView | null = null,
): Promise<DocumentPage> {
  const { id, version, status } = seminar
  const recipients = status === 'draft' ? null : await peopleToTell(permit)
  const shown = { id, version, values: valuesOf(seminar) }
  const about = { seminar: shown, recipients, review, choices, state, locale, t }
  return seminarDocument(t('seminar.form.editTitle'), <SeminarEditPage {...about} />)
}
