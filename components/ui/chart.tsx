import type * as recharts from 'recharts'
import { directionOf, type Locale } from '@/domain/locale'

/** The chart library, passed in: it needs React's full build, which Next's bundle of pages does not have. */
export type ChartLibrary = Pick<typeof recharts, 'Bar' | 'BarChart' | 'LabelList' | 'XAxis' | 'YAxis'>
export type ChartBar = { label: string; value: number | null; text: string }
/** What a chart shows. */
export type ChartFacts = {
  /** What the chart shows, for readers who cannot see it. The same figures are in a table beside it. */
  label: string
  bars: readonly ChartBar[]
  /** The end of the scale: the same for charts that are compared. */
  max: number
  locale: Locale
  /** Columns for years, rows for a ranking. */
  direction: 'columns' | 'rows'
}
/** Draws a chart as plain SVG. Passed to pages, whose bundle does not have the chart library. */
export type DrawChart = (chart: ChartFacts) => string

/** In user units, which are pixels on a phone. */
const WIDTH = 340
const COLUMNS_HEIGHT = 200
const ROW_HEIGHT = 44
const FONT = 13
/** Of the label of a row: as many as fit the width, if they are as wide as the letters of a long name are. */
const MOST_CHARACTERS = 42
/** Room for the value after the end of the longest bar. */
const VALUE_WIDTH = 48

/**
 * One series as bars, drawn on the server as plain SVG: no script is sent. Years run left to right in every language.
 * Rows begin where the language begins, so they are mirrored in Arabic. Each bar shows its value, and each series has
 * its own chart, so that nothing depends on colour.
 */
export function Chart({ library, label, bars, max, locale, direction }: ChartFacts & { library: ChartLibrary }) {
  const { Bar, BarChart, LabelList, XAxis, YAxis } = library
  const inColumns = direction === 'columns'
  const mirrored = directionOf(locale) === 'rtl'
  const data = bars.map(({ value, ...bar }) => ({
    value,
    label: inOrder(inColumns ? bar.label : shortened(bar.label), locale),
    // A column that is missing has no place for the words that say so, which the table has.
    text: inColumns && value === null ? undefined : inOrder(bar.text, locale),
  }))
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
          margin={{ top: 16, bottom: 0, ...(mirrored ? { left: VALUE_WIDTH } : { right: VALUE_WIDTH }) }}
          {...FLAT}
        >
          <XAxis type="number" hide domain={[0, max]} reversed={mirrored} />
          <YAxis
            type="category"
            dataKey="label"
            width={1}
            tick={mirrored ? RowNameMirrored : RowName}
            orientation={mirrored ? 'right' : 'left'}
            tickLine={false}
            axisLine={false}
            interval={0}
            {...AXIS}
          />
          <Bar dataKey="value" barSize={16} {...BAR}>
            <LabelList dataKey="text" position="right" content={mirrored ? ValueMirrored : ValueBeside} />
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

type RowNameProps = { x: number; y: number; payload: { value: string } }

/** The label of a row is above its bar: beside it, it would leave no room for the bar on a phone. */
function RowName({ x, y, payload }: RowNameProps) {
  return (
    <text x={x + 7} y={y - 13} textAnchor="start" fill="currentColor" fontSize={FONT}>
      {payload.value}
    </text>
  )
}

/** The drawing runs left to right, so the end of a text is its right edge, in Arabic too. */
function RowNameMirrored({ x, y, payload }: RowNameProps) {
  return (
    <text x={x - 7} y={y - 13} textAnchor="end" fill="currentColor" fontSize={FONT}>
      {payload.value}
    </text>
  )
}

type ValueProps = Pick<recharts.LabelProps, 'x' | 'y' | 'width' | 'height' | 'value'>

/**
 * The value is placed beyond the end of its bar. The library would place that of an empty bar outside the drawing, or
 * over the label of its row. A value that is not shown has no width.
 */
function ValueBeside({ x = 0, y = 0, width = 0, height = 0, value }: ValueProps) {
  return (
    <text x={Number(x) + (Number(width) || 0) + 5} y={middle(y, height)} dy="0.355em" textAnchor="start" {...TEXT}>
      {value}
    </text>
  )
}

/** The same for a bar that is drawn with a negative width. */
function ValueMirrored({ x = 0, y = 0, width = 0, height = 0, value }: ValueProps) {
  return (
    <text x={Number(x) + (Number(width) || 0) - 5} y={middle(y, height)} dy="0.355em" textAnchor="end" {...TEXT}>
      {value}
    </text>
  )
}

function middle(y: ValueProps['y'], height: ValueProps['height']): number {
  return Number(y) + Number(height) / 2
}

/** A drawing has no lines that break: a longer label would leave it. The table beside it has the whole label. */
function shortened(label: string): string {
  return label.length > MOST_CHARACTERS ? `${label.slice(0, MOST_CHARACTERS - 1).trimEnd()}…` : label
}

/** Keeps the order of Arabic words inside a drawing that runs left to right. */
function inOrder(text: string, locale: Locale): string {
  return locale === 'ar' ? `\u2067${text}\u2069` : text
}
