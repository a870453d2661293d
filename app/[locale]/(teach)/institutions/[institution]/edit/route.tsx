import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { InstitutionEditPage } from '@/components/institution/edit-page'
import { href } from '@/components/shell/paths'
import { nameIn } from '@/domain/person/name-in'
import { library } from '@/server/content/library'
import { changeInstitution } from '@/server/institution/institutions'
import { openInstitution } from '@/server/institution/open-institution'
import { staffDocument } from '../../../staff-document'
import { readInstitutionForm } from '../../read-institution-form'

export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'institution'>) =>
    openInstitution(caller, 'institution:change', params.institution),
  page: async ({ locale, t }, { institution }, state) => {
    const { regions } = library()
    const about = { id: institution.id, name: nameIn(institution, locale), values: institution, regions }
    return staffDocument(t('institutions.edit'), <InstitutionEditPage {...about} state={state} locale={locale} t={t} />)
  },
  read: readInstitutionForm,
  act: ({ permit }, fields) => changeInstitution(permit, fields, new Date()),
  done: (_, { locale, params }) => href(locale, `/institutions/${params.institution}?done=saved`),
})
