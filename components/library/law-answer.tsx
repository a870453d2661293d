import { Fragment } from 'react'
import type { Excerpt } from '@/domain/library/excerpt'
import type { AnswerVoice } from '@/domain/library/law-answer'
import type { Provision } from '@/domain/library/provision'
import type { SearchEntry } from '@/domain/library/search-entry'
import { directionOf, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Inline } from '../ui/inline'
import { Text } from '../ui/text'
import { Marked } from './search-results'

/** The text of a provision in each language, with the translation notes. */
export type QuotedLaw = { voices: readonly AnswerVoice[]; traps: Provision['traps'] }
type Props = { entry: SearchEntry; title: Excerpt; law: QuotedLaw; locale: Locale; t: Translator }

/** The provision that answers a search: its paragraphs, each under the penalty that it imposes. */
export function LawAnswer({ entry, title, law: { voices, traps }, locale, t }: Props) {
  return (
    <article className="answer stack-s" aria-labelledby="answer">
      <p className="xs answer-kind">{t('library.find.answer')}</p>
      <h3 id="answer">
        <a href={href(locale, entry.path)}>
          <Marked excerpt={title} language={locale} />
        </a>
      </h3>
      {voices.map(({ language, paragraphs }) => (
        <div key={language} lang={language} dir={directionOf(language)} className="voice">
          {paragraphs.map(({ consequence, excerpt }) => (
            <Fragment key={excerpt.parts.map(({ text }) => text).join('')}>
              {consequence && (
                <p className="consequence">
                  <Text>{typeset(consequence, language)}</Text>
                </p>
              )}
              <p lang={language} dir={directionOf(language)}>
                <Marked excerpt={excerpt} language={language} />
              </p>
            </Fragment>
          ))}
        </div>
      ))}
      {traps.map(({ text }) => (
        <p key={text.fr} className="sm">
          <strong>{t('law.trap')}</strong> <Inline source={text[locale]} locale={locale} />
        </p>
      ))}
      <p className="xs muted">{t('library.find.quoted')}</p>
    </article>
  )
}
