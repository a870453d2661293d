import type { EditorialText } from '@/domain/editorial/text'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Names } from '@/domain/person/profile'
import type { Area } from '@/domain/signoff/scope'
import { nameOfText } from '@/domain/signoff/text-key'
import type { Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { Crumbs } from '../ui/crumbs'
import { titleOfText } from './text-words'

type Reviewer = Names & { accountId: string; signer: string; scope: { function: string } }
type Props = {
  text: EditorialText
  language: Locale
  area: Area
  reviewers: readonly Reviewer[]
  state: FormState
  locale: Locale
  t: Translator
}

/** Hands one language of a text to a reviewer. */
export function AssignPage({ text, language, area, reviewers, state, locale, t }: Props) {
  const about = {
    title: titleOfText(text, locale, t),
    language: t(`editorial.languages.${language}`),
    area: t(`editorial.areas.${area}`),
  }
  const options = reviewers.map((one) => ({
    value: one.accountId,
    label: t('editorial.assign.reviewer', {
      name: nameIn(one, locale),
      signer: one.signer,
      function: one.scope.function,
    }),
  }))
  return (
    <main id="main" className="wrap page stack">
      <Crumbs
        label={t('institutions.crumbs')}
        links={[{ href: href(locale, '/review'), label: t('editorial.title') }]}
      />
      <h1>{t('editorial.assign.title')}</h1>
      <p className="lead">{t('editorial.assign.lead', about)}</p>
      {options.length === 0 && <p className="note">{t('editorial.assign.none')}</p>}
      <div className="narrow">
        <Form
          id="assign"
          action={href(locale, '/review/assign')}
          fields={[
            { kind: 'hidden', name: 'text', value: nameOfText(text.key) },
            { kind: 'hidden', name: 'language', value: language },
            { kind: 'hidden', name: 'area', value: area },
            {
              kind: 'radios',
              name: 'who',
              label: t('editorial.assign.who'),
              options: [...options, { value: '', label: t('editorial.assign.nobody') }],
              value: '',
            },
          ]}
          submit={t('editorial.assign.button')}
          state={state}
          t={t}
        />
      </div>
    </main>
  )
}
