import type { Translator } from '@/i18n/translator'

type Props = {
  /** The number of results of the other kinds. */
  count: number
  /** The address of the same search in all kinds. */
  href: string
  t: Translator
}

/** Shown if the chosen kind has no result but other kinds have some. */
export function OtherKinds({ count, href, t }: Props) {
  return (
    <div className="note stack-s" role="status">
      <p>{t('library.find.otherKinds', { count })}</p>
      <p>
        <a className="btn" href={href}>
          {t('library.find.allKinds')}
        </a>
      </p>
    </div>
  )
}
