import type { ReactElement } from 'react'
import type { Context } from '@/app/http/context'
import { page } from '@/app/http/get-page'
import { termsTable } from '@/components/account/terms-table'
import { ProsePage } from '@/components/ui/prose-page'
import { termsOf } from '@/domain/account/terms'
import { readSiteText, type SiteText } from '@/server/content/site-text'
import { env } from '@/server/env'

/**
 * The GET of a long text that has a file in each language.
 *
 * @param factsOf makes the element above the text.
 */
export function siteText(name: SiteText, factsOf?: (context: Context) => Promise<ReactElement | null>) {
  return page(async (context) => {
    const { locale, t } = context
    const title = t(`nav.${name}`)
    const terms = termsTable(termsOf(env().terms), t)
    const text = await readSiteText(name, locale, { unset: t('privacy.controllerUnset'), terms })
    const main = <ProsePage title={title} facts={await factsOf?.(context)} text={text} locale={locale} />
    return { title, description: t(`site.descriptions.${name}`), main }
  })
}
