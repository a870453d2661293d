import type * as recharts from 'recharts'
import type { Locale } from '@/domain/locale'

/** The drawing library, handed in: it needs React's full build, which Next's bundle of pages has not. */
export type ChartLibrary = Pick<typeof recharts, 'Bar' | 'BarChart' | 'LabelList' | 'XAxis' | 'YAxis'>
export type ChartBar = { label: string; value: number | null; text: string }
type Props = {
  library: ChartLibrary
  /** What is drawn, for who cannot see it; the same figures stand in a table beside it. */
  label: string
  bars: readonly ChartBar[]
  /** Where the scale ends: the same for charts that are compared. */
  max: number
  locale: Locale
  /** Columns for years, rows for words. */
  direction: 'columns' | 'rows'
}

/** In user units, which are pixels on a phone. */
const WIDTH = 340
const COLUMNS_HEIGHT = 200
const ROW_HEIGHT = 44
const FONT = 13

/**
 * One series as bars, drawn on the server as plain SVG: no script is sent. Never mirrored: years run left to right in every
 * language. Each bar bears its value, and a series has a chart of its own, so that nothing rests on colour.
 */
export function Chart({ library, label, bars, max, locale, direction }: Props) {
  const { Bar, BarChart, LabelList, XAxis, YAxis } = library
  const inColumns = direction === 'columns'
  const data = bars.map((bar) => ({ ...bar, label: inOrder(bar.label, locale), text: inOrder(bar.text, locale) }))
  return (
    <div role="img" aria-label={label} dir="ltr" className="chart">
      {inColumns ? (
        <BarChart width={WIDTH} height={COLUMNS_HEIGHT} data={data} margin={{ top: 22, bottom: 0 }} {...FLAT}>
          <XAxis dataKey="label" interval={0} tickLine={false} {...AXIS} />
          <YAxis hide domain={[0, max]} />
          <Bar dataKey="value" {...BAR}>
            <LabelList dataKey="text" position="top" {...TEXT} />
          </Bar>
        </BarChart>
      ) : (
        <BarChart
          layout="vertical"
          width={WIDTH}
          height={bars.length * ROW_HEIGHT + 8}
          data={data}
          margin={{ top: 16, right: 48, bottom: 0 }}
          {...FLAT}
        >
          <XAxis type="number" hide domain={[0, max]} />
          <YAxis
            type="category"
            dataKey="label"
            width={1}
            tick={RowName}
            tickLine={false}
            axisLine={false}
            interval={0}
            {...AXIS}
          />
          <Bar dataKey="value" barSize={16} {...BAR}>
            <LabelList dataKey="text" position="right" {...TEXT} />
          </Bar>
        </BarChart>
      )}
    </div>
  )
}

const FLAT = { accessibilityLayer: false, barCategoryGap: '18%' } as const
const AXIS = { stroke: 'currentColor', fontSize: FONT } as const
const BAR = { fill: 'currentColor', isAnimationActive: false, className: 'chart-bar' } as const
const TEXT = { fill: 'currentColor', fontSize: FONT, fontWeight: 600 } as const

/** The words of a row stand above its bar: beside it they would leave it no room on a phone. */
function RowName({ x, y, payload }: { x: number; y: number; payload: { value: string } }) {
  return (
    <text x={x + 7} y={y - 13} textAnchor="start" fill="currentColor" fontSize={FONT}>
      {payload.value}
    </text>
  )
}

/** Inside a drawing that runs left to right, Arabic words keep their own order. */
function inOrder(text: string, locale: Locale): string {
  return locale === 'ar' ? `\u2067${text}\u2069` : text
}
