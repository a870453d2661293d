import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage, type Refused } from '@/app/http/form'
import type { FormState } from '@/components/form/form-state'
import { refuseForm } from '@/components/form/refuse-form'
import { SeminarEditPage } from '@/components/seminar/form-pages'
import { refuseSeminar, valuesOf } from '@/components/seminar/seminar-fields'
import { href } from '@/components/shell/paths'
import { sittingField } from '@/domain/seminar/seminar-form'
import { peopleToTell } from '@/server/seminar/change-status'
import { changeSeminar, type SeminarChoices, seminarChoices } from '@/server/seminar/save-seminar'
import { requireSeminar } from '@/server/seminar/seminar-permit'
import { readSeminarForm } from '../../read-seminar-form'
import { seminarDocument } from '../../seminar-document'

type Granted = Awaited<ReturnType<typeof requireSeminar<'seminar:change'>>> & { choices: SeminarChoices }

const REFUSED = { version: 'changed', status: 'status', attended: 'attended' } as const

/** Changes a seminar. A button of the agenda shows the form again and saves nothing. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params }: Context<'seminar'>): Promise<Granted> => {
    const found = await requireSeminar(caller, 'seminar:change', params.seminar)
    return { ...found, choices: await seminarChoices(found.seminar.institutionId, found.seminar.cohortId) }
  },
  page: editPage,
  read: (form, { t }, { choices }: Granted) => readSeminarForm(form, choices, t),
  act: async (granted, value, context): Promise<string | DocumentPage | Refused> => {
    const { locale, t } = context
    if ('redraw' in value) return editPage(context, granted, value.redraw)
    const result = await changeSeminar(granted.permit, value, new Date())
    if ('saved' in result) {
      return href(locale, `/seminars/${granted.seminar.id}?done=${result.told > 0 ? 'told' : 'saved'}`)
    }
    if (result.refused === 'past') {
      return { refused: refuseSeminar({ [sittingField(0, 'day')]: { problem: 'past' } }, value.typed, t) }
    }
    return { refused: refuseForm(t(`seminar.refused.${REFUSED[result.refused]}`), value.typed), status: 409 }
  },
  done: (result) => result,
})

async function editPage(
  { locale, t }: Context<'seminar'>,
  { seminar, permit, choices }: Granted,
  state: FormState,
): Promise<DocumentPage> {
  const { id, version, status } = seminar
  const recipients = status === 'draft' ? null : await peopleToTell(permit)
  const about = { seminar: { id, version, values: valuesOf(seminar) }, recipients, choices, state, locale, t }
  return seminarDocument(t('seminar.form.editTitle'), <SeminarEditPage {...about} />)
}
