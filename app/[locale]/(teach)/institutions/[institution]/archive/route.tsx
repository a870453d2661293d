import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { InstitutionArchivePage } from '@/components/institution/reason-page'
import { href } from '@/components/shell/paths'
import { textFields } from '@/domain/form/form-fields'
import { nameIn } from '@/domain/person/name-in'
import { archiveInstitution, comingWork } from '@/server/institution/institutions'
import { openInstitution } from '@/server/institution/open-institution'
import { staffDocument } from '../../../staff-document'
import { readReason } from '../../read-reason'

export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'institution'>) =>
    openInstitution(caller, 'institution:archive', params.institution),
  page: async ({ locale, t }, { institution, permit }, state) => {
    const coming = await comingWork(permit, new Date())
    const about = { id: institution.id, name: nameIn(institution, locale), coming, state, locale, t }
    return staffDocument(t('institutions.archive'), <InstitutionArchivePage {...about} />)
  },
  read: readReason,
  typed: (form) => ({ values: textFields(form, ['reason']) }),
  act: ({ permit }, { reason }) => archiveInstitution(permit, reason, new Date()),
  done: (_, { locale }) => href(locale, '/institutions?done=archived'),
})
