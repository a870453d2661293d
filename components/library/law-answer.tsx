import { Fragment } from 'react'
import type { Excerpt } from '@/domain/library/excerpt'
import type { AnswerVoice } from '@/domain/library/law-answer'
import type { SearchEntry } from '@/domain/library/search-entry'
import { directionOf, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Text } from '../ui/text'
import { Marked } from './search-results'

type Props = { entry: SearchEntry; title: Excerpt; voices: readonly AnswerVoice[]; locale: Locale; t: Translator }

/** The provision that answers: its paragraphs in its own words, each after the penalty that it imposes. */
export function LawAnswer({ entry, title, voices, locale, t }: Props) {
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
      <p className="xs muted">{t('library.find.quoted')}</p>
    </article>
  )
}
