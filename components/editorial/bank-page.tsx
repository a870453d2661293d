import type { Locale, Localized } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Crumbs } from '../ui/crumbs'
import { Text } from '../ui/text'

type Props = { title: Localized; path: string; locale: Locale; t: Translator }

/** The consequence of opening a bank, shown before it is opened. */
export function BankPage({ title, path, locale, t }: Props) {
  return (
    <main id="main" className="wrap page stack narrow">
      <Crumbs
        label={t('editorial.text.crumbs')}
        links={[{ href: href(locale, '/review'), label: t('editorial.text.desk') }]}
      />
      <h1>{t('editorial.text.bankTitle')}</h1>
      <p className="lead">
        <Text>{typeset(title[locale], locale)}</Text>
      </p>
      <p className="note warn">{t('editorial.text.bankWarning')}</p>
      <form method="post" action={href(locale, `${path}/bank`)}>
        <p className="row">
          <button type="submit" className="btn primary">
            {t('editorial.text.openBank')}
          </button>
          <a className="btn" href={href(locale, '/review')}>
            {t('editorial.text.cancel')}
          </a>
        </p>
      </form>
    </main>
  )
}
