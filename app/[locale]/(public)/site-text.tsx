import type { ReactElement } from 'react'
import type { Context } from '@/app/http/context'
import { page } from '@/app/http/get-page'
import { termsTable } from '@/components/account/terms-table'
import { ProsePage } from '@/components/ui/prose-page'
import { termsOf } from '@/domain/account/terms'
import { readSiteText, type SiteText } from '@/server/content/site-text'
import { env } from '@/server/env'

/** What a request adds to a text. */
type Added = {
  /** The element above the text. */
  facts?: ReactElement
  /** If the page has another title than its link in the menu. */
  title?: string
  /** Whom to ask for help, inside a sentence. */
  ask?: string
}

/** The GET of a long text that has a file in each language. */
export function siteText(name: SiteText, added?: (context: Context) => Promise<Added>) {
  return page(async (context) => {
    const { locale, t } = context
    const { title = t(`nav.${name}`), facts, ask = '' } = (await added?.(context)) ?? {}
    const terms = termsTable(termsOf(env().terms), t)
    const text = await readSiteText(name, locale, { unset: t('privacy.controllerUnset'), ask, terms })
    const main = <ProsePage title={title} facts={facts} text={text} locale={locale} />
    return { title, description: t(`site.descriptions.${name}`), main }
  })
}
