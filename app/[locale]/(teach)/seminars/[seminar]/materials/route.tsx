import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { refuseForm } from '@/components/form/refuse-form'
import { MATERIAL_CHANGES, MaterialsPage } from '@/components/seminar/materials-page'
import { href } from '@/components/shell/paths'
import { LARGEST_FILE_BYTES } from '@/domain/file/material-file'
import { nameIn } from '@/domain/person/name-in'
import type { Translator } from '@/i18n/translator'
import type { Permit } from '@/server/auth/permit'
import { addMaterial, removeMaterial, seminarMaterials } from '@/server/seminar/materials'
import { requireSeminar } from '@/server/seminar/seminar-permit'
import { staffDocument } from '../../../staff-document'
import { type MaterialAct, readMaterialForm, typedMaterial } from './read-material-form'

/** The materials of a seminar. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'seminar'>) => requireSeminar(caller, 'seminar:change', params.seminar),
  upload: LARGEST_FILE_BYTES,
  page: async ({ locale, t, query }, { permit, seminar }, state) => {
    const about = {
      seminar,
      institution: nameIn(seminar.institution, locale),
      materials: await seminarMaterials(permit),
      changed: MATERIAL_CHANGES.find((one) => one === query.get('done')) ?? null,
    }
    return staffDocument(t('materials.title'), <MaterialsPage {...about} state={state} locale={locale} t={t} />)
  },
  read: (form, { t }, _, upload) => readMaterialForm(form, upload, t),
  act: ({ permit }, wanted, { t }) => act(permit, wanted, t),
  typed: (form) => ({ values: typedMaterial(form) }),
  done: (changed, { locale, params }) => href(locale, `/seminars/${params.seminar}/materials?done=${changed}`),
})

type Changed = (typeof MATERIAL_CHANGES)[number]

async function act(permit: Permit<'seminar:change'>, wanted: MaterialAct, t: Translator): Promise<Changed | Refused> {
  const now = new Date()
  if (wanted.act === 'remove') {
    await removeMaterial(permit, wanted.id, now)
    return 'removed'
  }
  const added = await addMaterial(permit, wanted.fields, wanted.upload, now)
  if (added.status === 'added') return 'added'
  const sentence =
    added.status === 'refused'
      ? t('materials.refused', { problem: t(`materials.problems.${added.problem}`) })
      : t('materials.full')
  return { refused: refuseForm(sentence, wanted.typed) }
}
