import { documentPage } from '@/app/document'
import { Markdown } from '@/components/ui/markdown'
import { readSiteText, type SiteText } from '@/server/content/site-text'

/** Answers with one long text, written in a file for each language. */
export function siteText(request: Request, language: string, name: SiteText): Promise<Response> {
  return documentPage(request, language, async ({ locale, t }) => {
    const title = t(`nav.${name}`)
    const text = await readSiteText(name, locale, t('account.controllerUnset'))
    const main = (
      <main id="main" className="wrap page">
        <div className="prose">
          <h1>{title}</h1>
          <Markdown text={text} locale={locale} />
        </div>
      </main>
    )
    return { title, main }
  })
}
