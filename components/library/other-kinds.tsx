import type { Translator } from '@/i18n/translator'

type Props = {
  /** Results of the other kinds. */
  count: number
  /** The same search in all kinds. */
  href: string
  t: Translator
}

/** When nothing of the chosen kind was found, but something else. */
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
