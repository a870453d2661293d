import { Chart, type ChartLibrary } from '@/components/ui/chart'
import { BoundedMap } from '@/server/bounded-map'
import { fromNode, renderToHtml } from '@/server/content/render-once'

type Props = Omit<Parameters<typeof Chart>[0], 'library'>

// The library takes as long to draw as the rest of a page takes, and what it draws depends on nothing else.
const drawn = new BoundedMap<string, string>(200)

/** A chart as plain SVG. */
export function chartHtml(props: Props): string {
  const key = JSON.stringify(props)
  return drawn.get(key) ?? drawn.set(key, draw(props))
}

function draw(props: Props): string {
  return withoutStyles(renderToHtml(<Chart library={fromNode<ChartLibrary>('recharts')} {...props} />))
}

/** The library writes sizes as inline styles, which our pages do not allow, and names that say nothing. */
function withoutStyles(html: string): string {
  return html.replace(/ style="[^"]*"/g, '').replace('<title></title><desc></desc>', '')
}
