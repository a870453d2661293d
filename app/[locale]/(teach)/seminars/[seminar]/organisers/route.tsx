import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { UNTOUCHED } from '@/components/form/form-state'
import { refuseForm } from '@/components/form/refuse-form'
import { OrganisersPage } from '@/components/seminar/organisers-page'
import { href } from '@/components/shell/paths'
import { textFields } from '@/domain/form/form-fields'
import { askOrganiser, possibleOrganisers, takeBackOrganiser } from '@/server/seminar/organisers'
import { requireSeminar } from '@/server/seminar/seminar-permit'
import { seminarDocument } from '../../seminar-document'

type Wanted = { institution: string; ended: string }

/** Asks another institution to be a co-organiser of the seminar, or withdraws that. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'seminar'>) => requireSeminar(caller, 'seminar:change', params.seminar),
  page: async ({ locale, t }, { seminar, permit }, state) => {
    const possible = await possibleOrganisers(permit, seminar)
    return seminarDocument(
      t('seminar.organisers.title'),
      <OrganisersPage {...{ seminar, possible, state, locale, t }} />,
    )
  },
  read: (sent, { t }): Wanted | Refused => {
    const wanted = textFields(sent, ['institution', 'ended'])
    if (wanted.institution || wanted.ended) return wanted
    return { refused: { ...UNTOUCHED, problem: t('fields.problems.choose') } }
  },
  act: async ({ permit }, { institution, ended }, { t }): Promise<true | Refused> => {
    if (ended) {
      await takeBackOrganiser(permit, ended, new Date())
      return true
    }
    const asked = await askOrganiser(permit, institution, new Date())
    return asked === 'asked' || { refused: refuseForm(t(`seminar.organisers.${asked}`), { institution }) }
  },
  done: (_, { locale, params }) => href(locale, `/seminars/${params.seminar}/organisers`),
})
