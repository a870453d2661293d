import { Fragment } from 'react'
import type { Locale, Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'

type Props = { lessons: readonly { title: Localized; path: string }[]; locale: Locale; t: Translator }

/** The links from a practice to the lessons that it belongs to. Renders nothing if there are none. */
export function FileLessons({ lessons, locale, t }: Props) {
  if (lessons.length === 0) return null
  return (
    <p className="sm">
      {t('casework.lessons')}{' '}
      {lessons.map(({ title, path }, place) => (
        <Fragment key={path}>
          {place > 0 && ' · '}
          <a href={href(locale, path)}>{typeset(title[locale], locale)}</a>
        </Fragment>
      ))}
    </p>
  )
}
