import { Ellipsis } from 'lucide'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href, reportHref } from '../shell/paths'
import { Icon } from '../ui/icon'

/** The id of the form on the lesson's page that the buttons of all sections submit. */
export const BOOKMARK_FORM = 'bookmark'

type Props = {
  /** The number of the heading's block. */
  block: number
  title: string
  /** The path of the lesson without its language, and the address of the site, for a link to share. */
  page: string
  site: string
  locale: Locale
  t: Translator
}

/** What a reader may do with a section, behind one button beside its heading. It opens without JavaScript. */
export function SectionTools({ block, title, page, site, locale, t }: Props) {
  const path = href(locale, page)
  return (
    <details className="tools no-print" name="tools">
      <summary>
        <Icon node={Ellipsis} />
        <span className="sr">{t('notes.tools', { part: title })}</span>
      </summary>
      <ul>
        <li>
          <a href={`${path}/note?block=${block}`}>{t('notes.write')}</a>
        </li>
        <li>
          <button type="submit" form={BOOKMARK_FORM} name="block" value={block}>
            {t('notes.mark')}
          </button>
        </li>
        <li>
          <a href={reportHref(locale, page, { section: block })}>{t('errorReport.link')}</a>
        </li>
        <li>
          <button type="button" hidden data-copy={`${site}${path}#b${block}`} data-copied={t('notes.linkCopied')}>
            {t('notes.copyLink')}
          </button>
        </li>
      </ul>
    </details>
  )
}
