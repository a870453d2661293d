import { citedAnchor } from '@/components/course/cited-anchors'
import { LessonBody } from '@/components/course/lesson-body'
import { BlockContent } from '@/components/editorial/block-content'
import { type BlockLabels, blockLabels } from '@/components/editorial/block-labels'
import { Papers } from '@/components/practice/papers'
import { href } from '@/components/shell/paths'
import { LawBlock } from '@/components/ui/law-block'
import { readDocuments } from '@/domain/case/case-text'
import { lessonText } from '@/domain/course/lesson-text'
import { outdatedInLesson } from '@/domain/course/outdated-citations'
import { QUESTION_PREFIX, type TextBlock } from '@/domain/editorial/text-block'
import { outdatedState } from '@/domain/library/outdated-citation'
import { resolveCitation } from '@/domain/library/resolve-citation'
import { writeCitation } from '@/domain/library/write-citation'
import type { Locale } from '@/domain/locale'
import { memoize } from '@/domain/memoize'
import { parseCase } from '@/domain/text/markdown'
import { type Translator, translator } from '@/i18n/translator'
import { capitalise, typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'
import { renderOnce, renderToHtml } from '@/server/content/render-once'
import { videos } from '@/server/content/videos'
import type { PresentText } from '@/server/editorial/present-text'

/** The blocks of a text, by id: the passages as readers see them, and other blocks field by field. */
export type TextHtml = {
  blocks: ReadonlyMap<string, string>
  /** The HTML below a lesson: its provisions and its terms. */
  below: string
}

/** Enough for two courses, each in three languages: few people review at the same time. */
const LIMIT = 120
// The text never changes for one release and one state of the law: it is rendered and cut once.
const made = memoize((_: string, make: () => TextHtml) => make(), { key: (name) => name, limit: LIMIT })

/** The HTML of a text: a lesson as on its page, the papers of a case, the key and the feedback of each question. */
export function textHtml(text: PresentText, language: Locale): TextHtml {
  const { key, source } = text
  const name = `${source.id} ${key.kind} ${key.id} ${language} ${outdatedState(changesOf(text, language))}`
  return made(name, () => renderText(text, language))
}

/** The same without the cache, for a text that is shown only once. */
export function renderText(text: PresentText, language: Locale): TextHtml {
  const t = translator(language)
  const lesson = text.key.kind === 'lesson' ? lessonIn(text) : null
  const changes = changesOf(text, language)
  const labels = blockLabels(text.blocks, language, t)
  const { pages, below } = lesson
    ? lessonPages(<Lesson text={text} lesson={lesson} changes={changes} language={language} t={t} />, labels)
    : { pages: new Map<string, string>(), below: '' }
  const html = (block: TextBlock) =>
    pages.get(block.id) ?? renderToHtml(<Rendered block={block} language={language} t={t} />)
  return { blocks: new Map(text.blocks.map((block) => [block.id, html(block)])), below }
}

function changesOf(text: PresentText, language: Locale) {
  const { course } = text.source
  const lesson = text.key.kind === 'lesson' ? lessonIn(text) : null
  return lesson && course ? outdatedInLesson(lesson, course.file.lawDate, library(), language) : []
}

function lessonIn({ key, source }: PresentText) {
  return source.course?.lessons.find(({ file }) => file.id === key.id.split('/')[1]) ?? null
}

type LessonProps = {
  text: PresentText
  lesson: NonNullable<ReturnType<typeof lessonIn>>
  changes: ReturnType<typeof outdatedInLesson>
  language: Locale
  t: Translator
}

function Lesson({ text: { source, readOn }, lesson, changes, language, t }: LessonProps) {
  if (!source.course) return null
  return (
    <LessonBody
      text={lesson.bodies[language]}
      read={lessonText(lesson, language)}
      locale={language}
      t={t}
      law={source.course}
      terms={source.course.terms}
      lawDate={readOn}
      changes={changes}
      videos={videos()}
    />
  )
}

function Rendered({ block, language, t }: { block: TextBlock; language: Locale; t: Translator }) {
  if (block.kind !== 'passage') return <BlockContent block={block} language={language} t={t} />
  const papers = readDocuments(parseCase(block.fields[0]?.texts[language] ?? ''))
  return (
    <div id={block.id}>
      <Papers papers={papers} locale={language} t={t} />
    </div>
  )
}

const END = '<x-end></x-end>'

function lessonPages(lesson: React.ReactElement, labels: BlockLabels): { pages: Map<string, string>; below: string } {
  const [body = '', below = ''] = renderToHtml(lesson).split(END)
  const pieces = body.split(/(?=<div id="b\d+" class="block">)/)
  const named = pieces.map((piece): [string, string] => [
    /^<div id="(b\d+)"/.exec(piece)?.[1] ?? '',
    withQuizLinks(piece, labels),
  ])
  return { pages: new Map(named), below }
}

/** Replaces each question in the text of a lesson by a link: the questions follow below the text, with their keys. */
function withQuizLinks(html: string, labels: BlockLabels): string {
  return html.replace(/<x-quiz data-id="([a-z0-9-]+)"><\/x-quiz>/g, (_, id: string) => {
    const block = `${QUESTION_PREFIX}${id}`
    return `<p class="sm"><a href="#${block}">${labels.get(block) ?? id}</a></p>`
  })
}

/** The same for several languages side by side: ids get a prefix, and links lead to the view of one language. */
export function besideOthers({ blocks }: TextHtml, language: Locale, textPath: string): ReadonlyMap<string, string> {
  const renamed = (html: string) => withIds(html, language).replace(/ href="#([^"]+)"/g, ` href="${textPath}#$1"`)
  return new Map([...blocks].map(([id, html]) => [id, renamed(html)]))
}

/**
 * The same for a page with several languages one after the other. Links stay within a language, except those to cited
 * provisions: these lead to the library, because the page does not show them.
 */
export function amongOthers({ blocks }: TextHtml, language: Locale): ReadonlyMap<string, string> {
  const law = href(language, '/library/law/')
  const anchor = citedAnchor('')
  const linked = (html: string) => html.replaceAll(` href="#${anchor}`, ` href="${law}`)
  return new Map([...blocks].map(([id, html]) => [id, withOwnIds(linked(html), language)]))
}

function withIds(html: string, prefix: string): string {
  return html.replace(/ (id|aria-labelledby|aria-describedby|popovertarget)="([^"]+)"/gi, ` $1="${prefix}-$2"`)
}

/** The HTML with its own ids, for a page with other texts, which may cite the same provision. */
export function withOwnIds(html: string, textId: string): string {
  const prefix = textId.replaceAll('/', '-')
  return withIds(html, prefix).replace(/ href="#([^"]+)"/g, ` href="#${prefix}-$1"`)
}

/** The provisions that a text cites, each one folded, in Arabic and French. */
export function provisionsHtml(text: PresentText, locale: Locale, t: Translator): string {
  const { key, cites, source, readOn } = text
  return renderOnce(`review law ${source.id} ${key.kind} ${key.id} ${locale}`, () => (
    <>
      {cites
        .flatMap((id) => resolveCitation(source.law, id, readOn) ?? [])
        .map((cited) => (
          <details key={cited.id}>
            <summary>{typeset(capitalise(writeCitation(cited, locale)), locale)}</summary>
            <LawBlock cited={[cited]} locale={locale} t={t} id={`law-of-${cited.id}`} />
            <p className="sm">
              <a href={href(locale, `/library/law/${cited.provision.id}`)}>{t('lesson.toLibrary')}</a>
            </p>
          </details>
        ))}
    </>
  ))
}
