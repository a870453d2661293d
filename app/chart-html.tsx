import { Chart, type ChartFacts, type ChartLibrary } from '@/components/ui/chart'
import { memoize } from '@/domain/memoize'
import { fromNode, renderToHtml } from '@/server/content/render-once'

/**
 * A chart as plain SVG. The chart library takes as long as the rest of a page, so each chart is rendered once and
 * cached.
 */
export const chartHtml = memoize(draw, { key: (props) => JSON.stringify(props), limit: 200 })

function draw(props: ChartFacts): string {
  return withoutStyles(renderToHtml(<Chart library={fromNode<ChartLibrary>('recharts')} {...props} />))
}

/**
 * The library writes sizes as inline styles, which our content security policy forbids, and empty `title` and `desc`
 * elements.
 */
function withoutStyles(html: string): string {
  return html.replace(/ style="[^"]*"/g, '').replace('<title></title><desc></desc>', '')
}
