import type { Metadata } from 'next'
import { readLocale } from '@/app/[locale]/locale-params'
import { SiteTextPage } from '../site-text-page'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await readLocale(params)
  return { title: t('nav.accessibility') }
}

export default function AccessibilityPage({ params }: Props) {
  return <SiteTextPage params={params} name="accessibility" />
}
