import type { ReactElement } from 'react'
import { isPublic, Shell, sectionOf, UI_FONT } from '@/components/shell/shell'
import { keptQuery } from '@/domain/error-report/kept-query'
import { directionOf, LOCALES, type Locale } from '@/domain/locale'
import { memoize } from '@/domain/memoize'
import type { Translator } from '@/i18n/translator'
import { assetPath } from '@/server/assets'
import { renderToHtml } from '@/server/content/render-once'
import { env } from '@/server/env'
import { escapeHtml } from '@/server/escape-html'
import type { DocumentPage } from './document-page'
import { kindScripts, scriptAddresses } from './kind-scripts'

export type Place = { locale: Locale; t: Translator; path: string; signedIn: boolean }

/** Enough for every section in three languages, with the style sheets and the script of its pages. */
const FRAMES = 400

/** Placeholders for the parts of the frame that differ from page to page. */
const SLOTS = /xx(title|description|path|place|kept|main)xx/g
const SLOT = {
  title: 'xxtitlexx',
  description: 'xxdescriptionxx',
  path: 'xxpathxx',
  place: 'xxplacexx',
  kept: 'xxkeptxx',
  main: 'xxmainxx',
}

/**
 * A whole document. The frame around the content is the same for all pages of a section. Rendering it takes as long as
 * the content itself, so it is rendered once and cached.
 */
export function writeDocument(page: DocumentPage, { locale, t, path, signedIn }: Place): string {
  const {
    script = null,
    kinds = [],
    styles = [],
    secretAddress = false,
    index = true,
    staff = false,
    reviewer = false,
  } = page
  const place = { section: sectionOf(path), open: isPublic(path, signedIn) }
  const frame = { locale, signedIn, ...place, script, kinds, styles, secretAddress, index, staff, reviewer }
  const slots: Record<string, string> = {
    title: escapeHtml(`${page.title} · ${t('site.short')}`),
    description: escapeHtml(page.description ?? t('site.description')),
    path: escapeHtml(path),
    place: escapeHtml(path.replace(/[?#].*/, '')),
    kept: escapeHtml(backOf(path)),
    main: renderToHtml(page.main),
  }
  const pieces = framePieces(JSON.stringify(frame), () => <Frame t={t} {...frame} />)
  return `<!doctype html>${pieces.map((piece, at) => (at % 2 === 0 ? piece : slots[piece])).join('')}`
}

/** What the link to the form of a report adds, so that the form leads back to this page. */
function backOf(path: string): string {
  const kept = keptQuery(/\?[^#]*/.exec(path)?.[0] ?? '')
  return kept && `&back=${encodeURIComponent(kept)}`
}

/** The frame around its slots: a split on one capturing group leaves their names at the odd indexes. */
const framePieces = memoize((_: string, frame: () => ReactElement) => renderToHtml(frame()).split(SLOTS), {
  key: (key) => key,
  limit: FRAMES,
})

type FrameProps = Pick<Place, 'locale' | 't' | 'signedIn'> & {
  section: string
  open: boolean
  script: DocumentPage['script'] | null
  kinds: NonNullable<DocumentPage['kinds']>
  styles: NonNullable<DocumentPage['styles']>
  secretAddress: boolean
  index: boolean
  staff: boolean
  reviewer: boolean
}

function Frame(props: FrameProps) {
  const { locale, t, signedIn, section, open, script, kinds, styles, secretAddress, index, staff, reviewer } = props
  const ofKinds = kindScripts(kinds)
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <title>{SLOT.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content={SLOT.description} />
        {/* With no-referrer, browsers would send the forms of the page with the origin `null`, which is refused. */}
        {secretAddress && <meta name="referrer" content="strict-origin" />}
        {index ? <Found locale={locale} t={t} /> : <meta name="robots" content="noindex" />}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {/* Runs before anything is drawn: after a click on "leave this site" none of our pages may show, and no text
            may move. */}
        <script src={assetPath('leave.js')} />
        <link rel="preload" href={UI_FONT[locale]} as="font" type="font/woff2" crossOrigin="" />
        {(['site.css', ...styles] as const).map((name) => (
          <link key={name} rel="stylesheet" href={assetPath(name)} />
        ))}
        <link rel="stylesheet" href={assetPath('print.css')} media="print" />
        <script type="module" src={assetPath('site.js')} />
        {[...(script ? [script] : []), ...ofKinds.now].map((name) => (
          <script key={name} type="module" src={assetPath(name)} />
        ))}
      </head>
      <body
        // The texts of the script for forms, and what it loads if something waits to be sent.
        data-sending={t('fields.sending')}
        data-sender={assetPath('send-kept.js')}
        data-not-sent={t('fields.notSent')}
        data-show-password={t('fields.showPassword')}
        data-hide-password={t('fields.hidePassword')}
        data-kinds={scriptAddresses(ofKinds.later)}
      >
        <Shell
          locale={locale}
          t={t}
          path={SLOT.path}
          place={SLOT.place}
          kept={SLOT.kept}
          section={section}
          signedIn={signedIn}
          open={open}
          staff={staff}
          reviewer={reviewer}
          controller={env().controllerName ?? null}
        >
          {SLOT.main}
        </Shell>
      </body>
    </html>
  )
}

const OPEN_GRAPH_LOCALE: Record<Locale, string> = { ar: 'ar_MA', fr: 'fr_MA', en: 'en_GB' }

/**
 * The metadata of a public page for search engines and link previews: a canonical address without the query, the other
 * languages, a picture.
 */
function Found({ locale, t }: Pick<Place, 'locale' | 't'>) {
  const { publicUrl } = env()
  const address = (language: Locale) => `${publicUrl}/${language}${SLOT.place}`
  return (
    <>
      <link rel="canonical" href={address(locale)} />
      {LOCALES.map((language) => (
        <link key={language} rel="alternate" hrefLang={language} href={address(language)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={address('ar')} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={t('site.name')} />
      <meta property="og:title" content={SLOT.title} />
      <meta property="og:description" content={SLOT.description} />
      <meta property="og:url" content={address(locale)} />
      <meta property="og:locale" content={OPEN_GRAPH_LOCALE[locale]} />
      <meta property="og:image" content={`${publicUrl}/share/${locale}.png`} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={t('site.shareImage')} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}
