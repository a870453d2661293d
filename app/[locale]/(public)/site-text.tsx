import { documentPage } from '@/app/document'
import { Markdown } from '@/components/ui/markdown'
import { termsOf } from '@/domain/account/terms'
import { readSiteText, type SiteText } from '@/server/content/site-text'
import { env } from '@/server/env'
import { termsTable } from './terms-table'

/** Answers with one long text, written in a file for each language. */
export function siteText(request: Request, language: string, name: SiteText): Promise<Response> {
  return documentPage(request, language, async ({ locale, t }) => {
    const title = t(`nav.${name}`)
    const terms = termsTable(termsOf(env().terms), t)
    const text = await readSiteText(name, locale, { unset: t('account.controllerUnset'), terms })
    const main = (
      <main id="main" className="wrap page">
        <div className="prose">
          <h1>{title}</h1>
          <Markdown text={text} locale={locale} />
        </div>
      </main>
    )
    return { title, description: t(`site.descriptions.${name}`), main }
  })
}
