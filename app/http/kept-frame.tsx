import { KeptShell } from '@/components/course/kept/kept-shell'
import { KIND_SCRIPTS } from '@/components/question/kinds/load-kinds'
import { UI_FONT } from '@/components/shell/shell'
import { directionOf, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { type AssetName, assetPath, type StyleName } from '@/server/assets'
import { DOCUMENT_POLICY } from '@/server/http/headers'
import { scriptAddresses } from './kind-scripts'

const STYLES = ['site.css', 'reader.css'] as const
const PRINT: AssetName = 'print.css'
/** The script of a kept page that names no other. */
const SCRIPT: AssetName = 'kept.js'
const LEAVE: AssetName = 'leave.js'
/** The scripts that a kept lesson loads only if it needs them. A copy contains all of them. */
const LATER = ['listen.js', ...KIND_SCRIPTS] as const
/** The further files that the kept worksheet needs. */
const WORKSHEET = ['worksheet.css', 'kept-worksheet.js'] as const
/** The further file that the kept briefs need. */
const BRIEF: AssetName = 'brief.css'
const FONTS = ['naskh-ar', 'notosans-ar', 'notosans-la', 'notoserif-la'].map((name) => `/fonts/${name}.woff2`)

/** The addresses of the files that kept pages need, such as scripts, styles and fonts. */
export function keptAssets(): string[] {
  return [...([LEAVE, ...STYLES, PRINT, SCRIPT, ...LATER, ...WORKSHEET, BRIEF] as const).map(assetPath), ...FONTS]
}

type Props = {
  locale: Locale
  t: Translator
  title: string
  onSite: string
  /** The style sheets that the page needs in addition to those of every kept page. */
  styles?: readonly StyleName[]
  script?: AssetName
  children: React.ReactNode
}

/** A document that a device keeps. It names no reader and is the same for everybody. */
export function KeptFrame({ locale, t, title, onSite, styles = [], script = SCRIPT, children }: Props) {
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <title>{`${title} · ${t('site.short')}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <script src={assetPath(LEAVE)} />
        <link rel="preload" href={UI_FONT[locale]} as="font" type="font/woff2" crossOrigin="" />
        {[...STYLES, ...styles].map((name) => (
          <link key={name} rel="stylesheet" href={assetPath(name)} />
        ))}
        <link rel="stylesheet" href={assetPath(PRINT)} media="print" />
        <script type="module" src={assetPath(script)} />
      </head>
      <body data-kinds={scriptAddresses(KIND_SCRIPTS)}>
        <KeptShell locale={locale} t={t} onSite={onSite}>
          {children}
        </KeptShell>
      </body>
    </html>
  )
}

/** A kept page as an answer. The script of the site stores it on the device; no HTTP cache may. */
export function respondKept(html: string): Response {
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': DOCUMENT_POLICY,
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    },
  })
}
