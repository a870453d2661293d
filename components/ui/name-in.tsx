import { directionOf, type Locale } from '@/domain/locale'
import { type EitherName, shownName } from '@/domain/person/name-in'

type Props = {
  names: EitherName
  /** What stands for somebody whose name is not known, such as her e-mail address. */
  otherwise?: string
  locale: Locale
}

/**
 * A name in the script of the page's language, or in the other one if it is the only one, marked with the language and
 * direction of that script.
 */
export function NameIn({ names, otherwise = '', locale }: Props) {
  const shown = shownName(names, locale)
  if (!shown) return <bdi>{otherwise}</bdi>
  return (
    <bdi lang={shown.language} dir={directionOf(shown.language)}>
      {shown.text}
    </bdi>
  )
}
