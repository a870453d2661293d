import { page } from '@/app/http/get-page'
import { FiguresPage } from '@/components/library/figures-page'
import { library } from '@/server/content/library'
import { chartsHtml } from './charts-html'

/** The published figures, each as a table, a chart and a file. */
export const GET = page(async ({ locale, t }) => {
  const figures = Object.values(library().figures).toSorted((a, b) => a.order - b.order)
  const drawn = figures.map((figure) => ({ figure, charts: chartsHtml(figure, locale, t) }))
  const main = <FiguresPage figures={drawn} locale={locale} t={t} />
  return { title: t('library.figures.title'), description: t('library.figures.lead'), main, styles: ['library.css'] }
})
