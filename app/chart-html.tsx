import { Chart, type ChartLibrary } from '@/components/ui/chart'
import { fromNode, renderToHtml } from '@/server/content/render-once'

type Props = Omit<Parameters<typeof Chart>[0], 'library'>

/** A chart as plain SVG. */
export function chartHtml(props: Props): string {
  return withoutStyles(renderToHtml(<Chart library={fromNode<ChartLibrary>('recharts')} {...props} />))
}

/** The library writes sizes as inline styles, which our pages do not allow, and names that say nothing. */
function withoutStyles(html: string): string {
  return html.replace(/ style="[^"]*"/g, '').replace('<title></title><desc></desc>', '')
}
