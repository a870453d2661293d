import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import type { FormState } from '@/components/form/form-state'
import { ChooseInstitutionPage, SeminarNewPage } from '@/components/seminar/form-pages'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { type Permit, requirePermission } from '@/server/auth/permit'
import { organisingInstitution, organisingInstitutions } from '@/server/seminar/organising'
import { createSeminar, type SeminarChoices, seminarChoices } from '@/server/seminar/save-seminar'
import { readSeminarForm } from '../read-seminar-form'
import { seminarDocument } from '../seminar-document'

type Institution = Awaited<ReturnType<typeof organisingInstitution>>
type Granted =
  | { permit: Permit<'seminar:create'>; institution: Institution; choices: SeminarChoices }
  /** The address names no institution, and she administers several. */
  | { institutions: readonly Institution[] }

/** Creates a draft. A button of the agenda shows the form again and saves nothing. */
export const { GET, POST } = formPage({
  permit,
  page: newPage,
  read: (form, { t }, granted: Granted) => readSeminarForm(form, named(granted).choices, t),
  act: async (granted, value, context): Promise<string | DocumentPage> => {
    if ('redraw' in value) return newPage(context, granted, value.redraw)
    const id = await createSeminar(named(granted).permit, value.fields, new Date())
    return href(context.locale, `/seminars/${id}?done=created`)
  },
  done: (result) => result,
})

async function permit({ caller, query }: Context): Promise<Granted> {
  const asked = query.get('institution')
  const mine = asked === null ? await organisingInstitutions(caller) : []
  const [only] = mine
  if (asked === null && mine.length !== 1) return { institutions: mine }
  // The address may hold any value. One that is not an id matches no institution.
  const institutionId = asked ?? only?.id ?? ''
  const granted = await requirePermission(caller, 'seminar:create', { institutionId })
  const institution = await organisingInstitution(granted)
  return { permit: granted, institution, choices: await seminarChoices(institutionId, null) }
}

async function newPage({ locale, t, query }: Context, granted: Granted, state: FormState): Promise<DocumentPage> {
  if ('institutions' in granted) {
    const { institutions } = granted
    return seminarDocument(t('seminar.new'), <ChooseInstitutionPage {...{ institutions, locale, t }} />)
  }
  const { institution, choices } = granted
  const cohort = choices.cohorts.find(({ id }) => id === query.get('cohort'))?.id ?? ''
  const about = { institution, cohort, choices, state, locale, t }
  return seminarDocument(t('seminar.form.newTitle'), <SeminarNewPage {...about} />)
}

/** The form must name one institution. @throws {AppError} not-found */
function named(granted: Granted) {
  if ('institutions' in granted) throw new AppError('not-found', 'institution of a new seminar')
  return granted
}
