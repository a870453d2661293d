import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { isPublic, Shell, sectionOf, UI_FONT } from '@/components/shell/shell'
import { directionOf } from '@/domain/locale'
import { assetPath } from '@/server/assets'
import { currentSession, runsSomething } from '@/server/auth/session'
import { readLocale } from './locale-params'

type Props = { children: React.ReactNode; params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await readLocale(params)
  return {
    title: { default: t('site.name'), template: `%s · ${t('site.short')}` },
    description: t('site.description'),
    icons: '/icon.svg',
    // What is rendered in this layout is for one person, or only leads to it.
    robots: 'noindex',
  }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

/** Around the pages whose forms need React in the browser. Reading pages are documents: see app/document.tsx. */
export default async function LocaleLayout({ children, params }: Props) {
  const { locale, t } = await readLocale(params)
  const [request, session] = await Promise.all([headers(), currentSession()])
  const pathname = request.get('x-pathname') ?? `/${locale}`
  const signedIn = session !== null
  // Asked only where she comes to find her own affairs: every other page costs no more for it.
  const staff = signedIn && /\/(account|learning)$/.test(pathname) && (await runsSomething())
  const path = pathname.slice(locale.length + 1) + (request.get('x-search') ?? '')

  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        {/* Before anything is drawn: on the way out no page of ours may show. */}
        <script src={assetPath('leave.js')} />
        <link rel="preload" href={UI_FONT[locale]} as="font" type="font/woff2" crossOrigin="" />
        <link rel="stylesheet" href={assetPath('site.css')} />
        <script type="module" src={assetPath('site.js')} />
      </head>
      <body>
        <Shell
          locale={locale}
          t={t}
          path={path}
          section={sectionOf(path)}
          signedIn={signedIn}
          open={isPublic(path, signedIn)}
          staff={staff}
        >
          {children}
        </Shell>
      </body>
    </html>
  )
}
