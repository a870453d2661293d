import { readLocale } from '@/app/[locale]/locale-params'
import { Markdown } from '@/components/ui/markdown'
import { readSiteText, type SiteText } from '@/server/content/site-text'

type Props = { params: Promise<{ locale: string }>; name: SiteText }

/** A page that is one long text, written in a file for each language. */
export async function SiteTextPage({ params, name }: Props) {
  const { locale, t } = await readLocale(params)
  const text = await readSiteText(name, locale, t('account.controllerUnset'))
  return (
    <main id="main" className="wrap page">
      <div className="prose">
        <h1>{t(`nav.${name}`)}</h1>
        <Markdown text={text} locale={locale} />
      </div>
    </main>
  )
}
