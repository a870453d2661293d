import type { Element } from 'hast'
import ReactMarkdown, { type Components } from 'react-markdown'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import type { Locale } from '@/domain/locale'
import { readAsLesson } from '@/domain/text/markdown'
import { DIRECTIVES } from '@/domain/text/marks'
import { markCitations } from './citation-marks'
import { drawFigures } from './drawing/draw-figures'
import { directivesToElements, headingIds, numberBlocks, placeTools, typesetText } from './markdown-plugins'
import { Scrolling } from './scrolling'
import { stackTables } from './stacked-tables'
import { layOutVideos } from './video-layout'

const elements = Object.values(DIRECTIVES).flatMap((names) => names.map((name) => `x-${name}`))

// `clobberPrefix: ''` keeps the authors' section ids. That is safe because the texts are reviewed, never a visitor's.
const schema = {
  ...defaultSchema,
  clobberPrefix: '',
  tagNames: [...(defaultSchema.tagNames ?? []), 'x-title', ...elements],
  attributes: {
    ...defaultSchema.attributes,
    'x-law': ['cite'],
    'x-quiz': ['id'],
    'x-note': ['kind'],
    'x-care': ['skip'],
    'x-cite': ['id'],
    'x-def': ['term'],
    'x-tree': ['years'],
    'x-time': ['at'],
    'x-tracks': ['on'],
    'x-ring': ['of'],
    'x-video': ['file'],
  },
}

/** The props of the elements that are made from directives, and of the HTML elements that components replace. */
export type DirectiveProps = {
  children?: React.ReactNode
  className?: string
  node?: Element
  cite?: string
  file?: string
  id?: string
  kind?: string
  /** Of a citation that is shown in its short form: beside its sentence, or alone in a cell. */
  mark?: 'aside' | 'cell'
  /** Of the tools of a section: the number of the block of its heading. */
  of?: number
  skip?: string
  term?: string
  title?: string
}
type Props = {
  text: string
  locale: Locale
  /**
   * Wraps top-level blocks in numbered elements to return to, each heading of a section with a place for its tools. The
   * number is that of the first block.
   */
  numberedFrom?: number | undefined
  components?: Record<string, React.ComponentType<DirectiveProps>>
}

/** Markdown written by reviewed authors. It is rendered on the server only. */
export function Markdown({ text, locale, numberedFrom, components = {} }: Props) {
  return (
    <ReactMarkdown
      remarkPlugins={[readAsLesson, headingIds, directivesToElements]}
      rehypePlugins={[
        [rehypeSanitize, schema],
        drawFigures(locale),
        markCitations,
        stackTables(locale),
        layOutVideos,
        typesetText(locale),
        ...(numberedFrom === undefined ? [] : [numberBlocks(numberedFrom), placeTools(numberedFrom)]),
      ]}
      components={{ table: ScrollingTable, ...components } as Components}
    >
      {text}
    </ReactMarkdown>
  )
}

function ScrollingTable({ node: _, ...table }: DirectiveProps) {
  return (
    <Scrolling>
      <table {...table} />
    </Scrolling>
  )
}
