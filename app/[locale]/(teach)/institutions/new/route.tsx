import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { InstitutionNewPage } from '@/components/institution/edit-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { readId } from '@/domain/institution/grant'
import type { InstitutionFields } from '@/domain/institution/institution'
import { requirePermission } from '@/server/auth/permit'
import { library } from '@/server/content/library'
import { createInstitution } from '@/server/institution/institutions'
import { staffDocument } from '../../staff-document'
import { readInstitutionForm } from '../read-institution-form'

const PATH = '/institutions/new'

export const { GET, POST } = formPage({
  permit: ({ caller }: Context) => requirePermission(caller, 'institution:create', {}),
  page: async ({ locale, t }, _, state) => {
    const draft = state.values.draft ?? crypto.randomUUID()
    const about = { path: PATH, draft, state, regions: library().regions, locale, t }
    return staffDocument(t('institutions.create'), <InstitutionNewPage {...about} />)
  },
  read: readDraft,
  act: async (permit, { draft, fields }) => {
    await createInstitution(permit, draft, fields, new Date())
    return draft
  },
  done: (draft, { locale }) => href(locale, `/institutions/${draft}/people?done=created`),
})

/** @throws {AppError} invalid-input if the id of the new institution is not a valid id. */
function readDraft(form: FormData, context: Context): { draft: string; fields: InstitutionFields } | Refused {
  const draft = readId(form.get('draft'))
  if (!draft) throw new AppError('invalid-input', 'draft')
  const read = readInstitutionForm(form, context)
  if (!('refused' in read)) return { draft, fields: read }
  return { refused: { ...read.refused, values: { ...read.refused.values, draft } } }
}
