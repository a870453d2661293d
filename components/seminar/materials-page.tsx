import type { Locale } from '@/domain/locale'
import { MATERIAL_READERS, MATERIAL_TIMES } from '@/domain/seminar/material'
import { shownIn, type Texts } from '@/domain/text/texts'
import type { Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { FoldAct } from '../ui/fold-act'
import { StaffPage } from '../ui/staff-page'
import { MaterialFile, MaterialsByTime, type ShownMaterial } from './material-list'

export const MATERIAL_CHANGES = ['added', 'removed'] as const

type Props = {
  seminar: { id: string; institutionId: string; titles: Texts }
  institution: string
  materials: readonly ShownMaterial[]
  changed: (typeof MATERIAL_CHANGES)[number] | null
  state: FormState
  locale: Locale
  t: Translator
}

/** What a seminar hands out, for its organiser: each material with a way to remove it, and a form for one more. */
export function MaterialsPage({ seminar, institution, materials, changed, state, locale, t }: Props) {
  const path = `/seminars/${seminar.id}`
  const action = href(locale, `${path}/materials`)
  const crumbs = [
    { path: `/institutions/${seminar.institutionId}`, label: institution },
    { path, label: shownIn(seminar.titles, locale)?.value ?? '' },
  ]
  return (
    <StaffPage heading={t('materials.title')} lead={t('materials.lead')} crumbs={crumbs} locale={locale} t={t}>
      {changed && (
        <p className="note ok" role="status">
          {t(`materials.changed.${changed}`)}
        </p>
      )}
      <div className="stack">
        {materials.length === 0 && <p className="card">{t('materials.none')}</p>}
        <MaterialsByTime materials={materials} level="h2" locale={locale} t={t}>
          {(material) => (
            <div className="card stack-s">
              <MaterialFile seminarId={seminar.id} material={material} locale={locale} t={t} />
              <p className="sm muted">{t(`materials.readers.${material.openTo}`)}</p>
              <Removal material={material} action={action} locale={locale} t={t} />
            </div>
          )}
        </MaterialsByTime>
      </div>
      <section className="stack" aria-labelledby="add">
        <h2 id="add">{t('materials.add')}</h2>
        <SectionForm
          id="material"
          action={action}
          fields={fieldsOf(t)}
          submit={t('materials.addButton')}
          state={state}
          multipart
          t={t}
        />
      </section>
    </StaffPage>
  )
}

type RemovalProps = { material: ShownMaterial; action: string; locale: Locale; t: Translator }

function Removal({ material: { id, titles, file }, action, locale, t }: RemovalProps) {
  const title = shownIn(titles, locale)?.value ?? file.name
  return (
    <FoldAct
      summary={t('materials.remove')}
      hint={t('materials.removeHint')}
      button={t('materials.removeButton', { title })}
      action={action}
      field={{ name: 'remove', value: id }}
    />
  )
}

function fieldsOf(t: Translator): Field[] {
  const title = { kind: 'text', optional: true } as const
  return [
    {
      kind: 'file',
      name: 'file',
      label: t('materials.file'),
      hint: t('materials.fileHint'),
      accept: '.pdf,.pptx,.odp,.png,.jpg,.jpeg,.webp',
    },
    {
      ...title,
      name: 'titleArabic',
      label: t('materials.titleArabic'),
      hint: t('materials.titleHint'),
      dir: 'rtl',
      lang: 'ar',
    },
    { ...title, name: 'titleFrench', label: t('materials.titleFrench'), dir: 'ltr', lang: 'fr' },
    { ...title, name: 'titleEnglish', label: t('materials.titleEnglish'), dir: 'ltr', lang: 'en' },
    {
      kind: 'radios',
      name: 'when',
      label: t('materials.when'),
      options: MATERIAL_TIMES.map((value) => ({ value, label: t(`materials.${value}`) })),
      value: 'before',
    },
    {
      kind: 'radios',
      name: 'openTo',
      label: t('materials.openTo'),
      options: MATERIAL_READERS.map((value) => ({ value, label: t(`materials.readers.${value}`) })),
      value: 'registered',
    },
  ]
}
