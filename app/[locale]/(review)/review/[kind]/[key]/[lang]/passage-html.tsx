import { LessonBody } from '@/components/course/lesson-body'
import { Papers } from '@/components/practice/papers'
import { href } from '@/components/shell/paths'
import { LawBlock } from '@/components/ui/law-block'
import { changesOfLesson } from '@/domain/course/lesson-changes'
import { lessonText } from '@/domain/course/lesson-text'
import { parseCase } from '@/domain/course/markdown'
import type { TextBlock } from '@/domain/editorial/text-block'
import { lawState } from '@/domain/library/law-change'
import { resolveCitation } from '@/domain/library/resolve-citation'
import { writeCitation } from '@/domain/library/write-citation'
import type { Locale } from '@/domain/locale'
import { memoize } from '@/domain/memoize'
import { readDocuments } from '@/domain/practice/case-text'
import { type Translator, translator } from '@/i18n/translator'
import { capitalise, typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'
import { renderOnce, renderToHtml, renderVariant } from '@/server/content/render-once'
import { videos } from '@/server/content/videos'
import type { PresentText } from '@/server/editorial/present-text'

/** The passages of a text as readers see them, by block, and what stands below them: the provisions and the terms. */
export type PassageHtml = { blocks: ReadonlyMap<string, string>; below: string }

const NOTHING: PassageHtml = { blocks: new Map(), below: '' }

/** Of a lesson its page, of a case its papers; an entry of the library and a question are shown field by field. */
export function passageHtml(text: PresentText, language: Locale): PassageHtml {
  const t = translator(language)
  if (text.key.kind === 'lesson') return ofLesson(text, language, t)
  return text.key.kind === 'case' ? ofCase(text, language, t) : NOTHING
}

const END = '<x-end></x-end>'
/** Enough for the lessons of two courses, each in three languages: few people review at the same time. */
const LIMIT = 80
// The text never changes for one release and one state of the law: it is rendered and cut once.
const cut = memoize(
  (_: string, element: () => React.ReactElement): PassageHtml => {
    const [body = '', below = ''] = renderToHtml(element()).split(END)
    const pieces = body.split(/(?=<div id="b\d+" class="block">)/)
    const named = pieces.map((piece): [string, string] => [
      /^<div id="(b\d+)"/.exec(piece)?.[1] ?? '',
      withQuizLinks(piece),
    ])
    return { blocks: new Map(named), below }
  },
  { key: (name) => name, limit: LIMIT },
)

function ofLesson({ key, source }: PresentText, language: Locale, t: Translator): PassageHtml {
  const { course } = source
  const lesson = course?.lessons.find(({ file }) => file.id === key.id.split('/')[1])
  if (!course || !lesson) return NOTHING
  const changes = changesOfLesson(lesson, course.file.lawDate, library(), language)
  const name = `review ${source.id} ${lesson.file.id} ${language} ${lawState(changes)}`
  return cut(name, () => (
    <LessonBody
      text={lesson.bodies[language]}
      read={lessonText(lesson, language)}
      locale={language}
      t={t}
      law={course}
      terms={course.terms}
      lawDate={course.file.lawDate}
      changes={changes}
      videos={videos()}
    />
  ))
}

/** The questions of a lesson stand below its text, with their keys. */
function withQuizLinks(html: string): string {
  return html.replace(
    /<x-quiz data-id="([a-z0-9-]+)"><\/x-quiz>/g,
    '<p class="sm" dir="ltr"><a href="#q-$1">#q-$1</a></p>',
  )
}

function ofCase({ key, source, blocks }: PresentText, language: Locale, t: Translator): PassageHtml {
  const passages = blocks.filter(({ kind }) => kind === 'passage')
  const html = (block: TextBlock) =>
    renderVariant(`review ${source.id} ${key.id} ${block.id} ${language}`, () => (
      <div id={block.id}>
        <Papers papers={readDocuments(parseCase(block.fields[0]?.texts[language] ?? ''))} locale={language} t={t} />
      </div>
    ))
  return { blocks: new Map(passages.map((block) => [block.id, html(block)])), below: '' }
}

/** The same beside other languages: ids would stand three times, and links lead to the view of the text alone. */
export function besideOthers({ blocks }: PassageHtml, language: Locale, textPath: string): ReadonlyMap<string, string> {
  const renamed = (html: string) =>
    html
      .replace(/ (id|aria-labelledby|aria-describedby|popovertarget)="([^"]+)"/gi, ` $1="${language}-$2"`)
      .replace(/ href="#([^"]+)"/g, ` href="${textPath}#$1"`)
  return new Map([...blocks].map(([id, html]) => [id, renamed(html)]))
}

/** The provisions that a text cites, folded, in Arabic and French. */
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
