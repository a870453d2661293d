import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { CosignersPage } from '@/components/cohort/cosigners-page'
import { UNTOUCHED } from '@/components/form/form-state'
import { refuseForm } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { textFields } from '@/domain/form/form-fields'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { askToCosign, cohortCosigners, takeBackCosignature } from '@/server/institution/face/cosign'
import { staffDocument } from '../../../staff-document'

type Wanted = { institution: string; cosignature: string }

/** Asks another institution to sign the certificates of the cohort too, or withdraws that. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'cohort'>) => requireCohort(caller, 'cohort:cosign', params.cohort),
  page: async ({ locale, t }, { cohort, permit }, state) => {
    const about = { cohort, ...(await cohortCosigners(permit)) }
    return staffDocument(t('cosign.title'), <CosignersPage {...about} state={state} locale={locale} t={t} />)
  },
  read: (form, { t }): Wanted | Refused => {
    const wanted = textFields(form, ['institution', 'cosignature'])
    if (wanted.institution || wanted.cosignature) return wanted
    return { refused: { ...UNTOUCHED, problem: t('fields.problems.choose') } }
  },
  act: async ({ permit }, { institution, cosignature }, { t }): Promise<true | Refused> => {
    if (cosignature) {
      await takeBackCosignature(permit, cosignature, new Date())
      return true
    }
    const asked = await askToCosign(permit, institution, new Date())
    return asked === 'asked' || { refused: refuseForm(t(`cosign.${asked}`), { institution }) }
  },
  done: (_, { locale, params }) => href(locale, `/cohorts/${params.cohort}/cosigners`),
})
