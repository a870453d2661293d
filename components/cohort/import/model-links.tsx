import { LOCALES } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { LANGUAGE_NAMES } from '../../shell/language-names'
import { href } from '../../shell/paths'

type Props = { cohortId: string; t: Translator }

/** The template of a roster in each language: the person who fills it in may use another language than the reader. */
export function ModelLinks({ cohortId, t }: Props) {
  return (
    <p className="row">
      <span>{t('cohorts.import.model')}</span>
      {LOCALES.map((locale) => (
        <a
          key={locale}
          href={href(locale, `/cohorts/${cohortId}/import/model`)}
          lang={locale}
          hrefLang={locale}
          download
        >
          {LANGUAGE_NAMES[locale]}
        </a>
      ))}
    </p>
  )
}
