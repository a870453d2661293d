import { ChevronDown } from 'lucide'
import type { LessonText } from '@/domain/course/lesson-text'
import type { Video } from '@/domain/course/video/video'
import type { Decision } from '@/domain/library/decision'
import type { Term } from '@/domain/library/glossary'
import { type LawStore, lookUp } from '@/domain/library/library'
import type { OutdatedCitation } from '@/domain/library/outdated-citation'
import { type Cited, readCitation, resolveCitation } from '@/domain/library/resolve-citation'
import { writeCitation } from '@/domain/library/write-citation'
import type { Locale } from '@/domain/locale'
import { idsIn } from '@/domain/text/marks'
import type { Translator } from '@/i18n/translator'
import { capitalise, typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { FoldedLaw } from '../ui/folded-law'
import { Icon } from '../ui/icon'
import { Inline } from '../ui/inline'
import { LawBlock } from '../ui/law-block'
import { LawChanged } from '../ui/law-changed'
import { type DirectiveProps, Markdown } from '../ui/markdown'
import { citedUnder } from '../ui/markdown-plugins'
import { Ref } from '../ui/ref'
import { TermSource } from '../ui/term-source'
import { Text } from '../ui/text'
import { boxParts } from './box-parts'
import { Citation } from './citation'
import { CitationSheet } from './citation-sheet'
import { passageAnchor } from './cited-anchors'
import { CitedList } from './cited-list'
import { isOnPaper } from './on-paper'
import { SectionTools } from './section-tools'
import { videoParts } from './video-parts'

/** The place of an inline question. The page puts its form there. */
export const QUIZ_MARK = /<x-quiz data-id="([a-z0-9-]+)"><\/x-quiz>/

/** The place where the text ends and the lists of what it cites begin. */
export const END_MARK = '<x-end></x-end>'

type Props = {
  /** The whole lesson, or one of its steps. */
  text: string
  /** The number of its first block in the lesson. */
  firstBlock?: number
  /** Quoted law is folded: only the words in the language of the page stand open. */
  folded?: boolean
  /** The citations and terms of the text. */
  read: Pick<LessonText, 'cites' | 'laws' | 'terms'>
  locale: Locale
  t: Translator
  law: LawStore
  terms: Readonly<Record<string, Term>>
  /** The date (ISO) of the law that the lesson teaches. */
  lawDate: string
  /** Changes of the law since the lesson was written. Blocks that cite the changed law say so. */
  changes: readonly OutdatedCitation[]
  /** For the tools of a section: the path of the lesson without its language, and the site. Without it, no tools. */
  at?: { page: string; site: string } | undefined
  /** The films that there are, by id. */
  videos?: Readonly<Record<string, Video>>
}

/**
 * The text of a lesson. For one release and one state of the law it never changes, so its HTML is cached.
 */
export function LessonBody({
  text,
  firstBlock = 0,
  folded = false,
  read,
  locale,
  t,
  law,
  terms,
  lawDate,
  changes,
  at,
  videos = {},
}: Props) {
  const resolve = (id: string) => resolveCitation(law, id, lawDate)
  return (
    <>
      <Markdown
        text={text}
        locale={locale}
        numberedFrom={firstBlock}
        components={directives({ folded, locale, t, resolve, terms, changes, at, videos })}
      />
      <x-end />
      <CitedLists {...citedIn(read, law, resolve)} folded={folded} read={read} locale={locale} t={t} />
      {read.cites.length > 0 && <CitationSheet t={t} />}
      {[...new Set(read.terms)].map((id) => {
        const term = lookUp(terms, id)
        return term && <TermCard key={id} id={id} term={term} locale={locale} t={t} />
      })}
    </>
  )
}

type CitedListsProps = Pick<Props, 'read' | 'locale' | 't'> & ReturnType<typeof citedIn> & { folded: boolean }

/** The provisions and the decisions that the text cites; in a step behind one line. */
function CitedLists(props: CitedListsProps) {
  const { cited, decisions, folded, t } = props
  const count = cited.size + decisions.size
  if (!folded || count === 0) return <OpenLists {...props} />
  return (
    <details className="all-cited">
      <summary>
        {t('lesson.step.cited', { count })} <Icon node={ChevronDown} />
      </summary>
      <OpenLists {...props} />
    </details>
  )
}

function OpenLists({ cited, decisions, folded, read, locale, t }: CitedListsProps) {
  return (
    <>
      {cited.size > 0 && (
        <CitedList
          id="cited"
          title={t(folded ? 'lesson.step.citedLaw' : 'lesson.cited')}
          lead={t('lesson.citedLead')}
          entries={[...cited].map(([id, citation]) => ({
            id,
            name: <Text>{citedName(citation, locale)}</Text>,
            content: (
              <LawBlock
                cited={[citation]}
                locale={locale}
                t={t}
                id={`cited-title-${id}`}
                onPaper={(paragraphs) => isOnPaper(read, id, paragraphs)}
              />
            ),
            onPaper: showsMore(citation, read),
            library: { href: href(locale, `/library/law/${id}`), label: t('lesson.toLibrary') },
          }))}
          t={t}
        />
      )}
      {decisions.size > 0 && (
        <CitedList
          id="cited-decisions"
          title={t(folded ? 'lesson.step.citedDecisions' : 'lesson.citedDecisions')}
          entries={[...decisions].map(([id, decision]) => ({
            id,
            name: <Text locale={locale}>{typeset(decision.title[locale], locale)}</Text>,
            content: <CitedDecision decision={decision} locale={locale} />,
            library: { href: href(locale, `/library/cases/${id}`), label: t('lesson.seeDecision') },
          }))}
          t={t}
        />
      )}
    </>
  )
}

/** The articles and the decisions that the lesson cites, each once, by their ids. */
function citedIn(read: Props['read'], law: Props['law'], resolve: Context['resolve']) {
  const cited = new Map<string, Cited>()
  const decisions = new Map<string, Decision>()
  for (const id of read.cites) {
    const article = readCitation(id)?.provision ?? id
    const decision = lookUp(law.decisions, id)
    if (decision) decisions.set(id, decision)
    const found = resolve(article)
    if (found) cited.set(article, found)
  }
  return { cited, decisions }
}

type Context = Pick<Props, 'locale' | 't' | 'terms' | 'changes' | 'at'> & {
  folded: boolean
  resolve: (id: string) => Cited | null
  videos: Readonly<Record<string, Video>>
}

function directives({
  folded,
  locale,
  t,
  terms,
  resolve,
  changes,
  at,
  videos,
}: Context): Record<string, React.ComponentType<DirectiveProps>> {
  let laws = 0
  const passages = new Map<string, number>()
  return {
    ...(changes.length > 0 && {
      div: (props: DirectiveProps) => <Block {...props} changes={changes} locale={locale} t={t} />,
    }),
    ...videoParts({ videos, locale, t }),
    'x-law': ({ cite = '' }) => {
      const cited = idsIn(cite).flatMap((id) => resolve(id) ?? [])
      laws += 1
      const provision = cited[0]?.provision.id ?? ''
      const shown = { cited, locale, t, id: `law-${laws}-${provision}` }
      return folded ? (
        <FoldedLaw {...shown} library={href(locale, `/library/law/${provision}`)} />
      ) : (
        <LawBlock {...shown} />
      )
    },
    ...boxParts(t, folded && at ? href(locale, at.page) : null),
    'x-quiz': ({ id }) => <x-quiz data-id={id} />,
    'x-tools': ({ of = 0, title = '' }) =>
      at && <SectionTools block={of} title={title} {...at} locale={locale} t={t} />,
    'x-ref': ({ children }) => <Ref>{String(children)}</Ref>,
    'x-cite': ({ id = '', mark, children }) => {
      const provision = readCitation(id)?.provision ?? ''
      const nth = (passages.get(provision) ?? 0) + 1
      passages.set(provision, nth)
      return (
        <Citation id={id} mark={mark} passage={passageAnchor(provision, nth)} cited={resolve(id)} locale={locale}>
          {children}
        </Citation>
      )
    },
    'x-def': ({ term = '', children }) =>
      lookUp(terms, term) ? (
        <button type="button" className="def" popoverTarget={`term-${term}`}>
          {children}
        </button>
      ) : (
        children
      ),
  }
}

type BlockProps = DirectiveProps & Pick<Props, 'changes' | 'locale' | 't'>

/** A block of the lesson, with the changes of the law that it cites. */
function Block({ id, className, node, children, changes, locale, t }: BlockProps) {
  const cited = new Set((node ? citedUnder(node) : []).map((cite) => readCitation(cite)?.provision))
  const told = className === 'block' ? changes.filter(({ provision }) => cited.has(provision)) : []
  return (
    <div id={id} className={className}>
      {children}
      <LawChanged changes={told} locale={locale} t={t} />
    </div>
  )
}

function CitedDecision({ decision, locale }: { decision: Decision; locale: Locale }) {
  return (
    <div className="stack-s">
      <p className="sm muted">
        <Text locale={locale}>{typeset(decision.court[locale], locale)}</Text>
      </p>
      <p>
        <Inline source={decision.legalPoint[locale]} locale={locale} />
      </p>
    </div>
  )
}

/** Whether a printed lesson shows anything of a provision below its text. */
function showsMore({ provision, version }: Cited, read: Props['read']): boolean {
  if (!('text' in version)) return !read.laws.includes(provision.id)
  return version.alignment.some(({ ar, fr }) => isOnPaper(read, provision.id, [...ar, ...fr]))
}

/** The citation and the title of a provision. A text without articles is cited by its title, which is not repeated. */
function citedName(cited: Cited, locale: Locale): string {
  const { number, title } = cited.provision
  const citation = capitalise(writeCitation(cited, locale))
  return number === null ? typeset(citation, locale) : `${citation} · ${typeset(title[locale], locale)}`
}

/** The term in the three official languages. A native popover opens without JavaScript. */
function TermCard({ id, term, locale, t }: { id: string; term: Term; locale: Locale; t: Translator }) {
  return (
    <div id={`term-${id}`} className="term" popover="auto">
      <dl>
        {(['ar', 'fr', 'en'] as const).map((language) => (
          <div key={language} lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
            <dt className="sr">{language}</dt>
            <dd>{term[language]}</dd>
          </div>
        ))}
      </dl>
      {term.note && (
        <p className="sm">
          <Inline source={term.note[locale]} locale={locale} />
        </p>
      )}
      <p className="xs muted">
        {t.rich('library.glossary.source', {
          source: () => <TermSource key={id} source={term.source} locale={locale} />,
        })}
      </p>
    </div>
  )
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'x-quiz': { 'data-id'?: string | undefined }
      'x-end': Record<never, never>
    }
  }
}
