import { LOCALES, type Locale } from '@/domain/locale'
import { AREAS } from '@/domain/signoff/scope'
import type { Part } from '@/domain/signoff/text-key'
import type { Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { nameFields } from '../ui/form-fields'
import { type CourseTitles, partName } from '../ui/scope-facts'
import { StaffPage } from '../ui/staff-page'

type Props = {
  /** The address of this page, without its language; `back` is that of the people of the platform. */
  path: string
  back: string
  parts: readonly Part[]
  courses: CourseTitles
  state: FormState
  locale: Locale
  t: Translator
}

/** Offers a person the review of texts: the parts, the languages, the areas, and how her signature is shown. */
export function ReviewerOfferPage({ path, back, parts, courses, state, locale, t }: Props) {
  const boxes = <T extends string>(
    name: 'areas' | 'parts' | 'languages',
    values: readonly T[],
    label: (value: T) => string,
  ): Field => {
    const chosen = (state.values[name] ?? '').split(' ')
    const options = values.map((value) => ({ value, label: label(value), chosen: chosen.includes(value) }))
    return { kind: 'choices', name, label: t(`fields.${name}`), options }
  }
  const fields: Field[] = [
    { kind: 'email', name: 'email', label: t('fields.email') },
    ...nameFields(t).map((field) => ({ ...field, autoComplete: 'off', optional: true }) as Field),
    boxes('areas', AREAS, (area) => t(`editorial.areas.${area}`)),
    boxes('parts', parts, (part) => partName(part, courses, locale, t)),
    boxes('languages', LOCALES, (language) => t(`editorial.languages.${language}`)),
    { kind: 'text', name: 'reviewFunction', label: t('fields.reviewFunction') },
    { kind: 'text', name: 'reviewBody', label: t('fields.reviewBody') },
  ]
  return (
    <StaffPage
      heading={t('editorial.offer.title')}
      lead={t('editorial.offer.lead')}
      crumbs={[{ path: back, label: t('people.platformTitle') }]}
      locale={locale}
      t={t}
    >
      <div className="narrow">
        <Form
          id="reviewer"
          action={href(locale, path)}
          fields={fields}
          submit={t('editorial.offer.button')}
          state={state}
          t={t}
        />
      </div>
    </StaffPage>
  )
}
