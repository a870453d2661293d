import { WORKSHEET_PATH } from '@/domain/course/kept/kept-copy'
import type { Locale } from '@/domain/locale'
import { type FileFilter, filterFiles, isFiltered } from '@/domain/practice/filter-files'
import type { PracticeFile } from '@/domain/practice/practice-file'
import type { Suggestion } from '@/domain/practice/suggest-file'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { FileCard } from './hub/file-card'
import { FileFilters, practiceAddress } from './hub/file-filters'
import { type FirstPaper, ForYou } from './hub/for-you'

type Texts = { locale: Locale; t: Translator }
type Props = Texts & {
  files: readonly PracticeFile[]
  /** Null while the list is narrowed. */
  suggestion: Suggestion | null
  paper: FirstPaper | null
  another: string | null
  filter: FileFilter
  /** The whole list is shown, not only its beginning. */
  all: boolean
  signedIn: boolean
}

/** How many files the list shows at first. */
const SHOWN = 6

/** One file that fits the reader, then all others, each once. */
export function PracticePage(props: Props) {
  const { files, suggestion, paper, another, filter, signedIn, locale, t } = props
  return (
    <main id="main" className="wrap page stack practice">
      <header className="stack-s">
        <h1>{t('casework.title')}</h1>
      </header>
      {suggestion && <ForYou {...{ suggestion, paper, another, signedIn, locale, t }} />}
      <section className="stack" aria-labelledby="files">
        <h2 id="files">{t(suggestion ? 'casework.hub.others' : 'casework.hub.files')}</h2>
        <FileFilters files={files} filter={filter} signedIn={signedIn} locale={locale} t={t} />
        <FileList {...props} />
      </section>
      <div className="stack-s sm">
        <p className="muted">{t(signedIn ? 'casework.private' : 'casework.hub.signedOut')}</p>
        <p>
          <a className="tap" href={href(locale, WORKSHEET_PATH)}>
            {t('worksheet.openBlank')}
          </a>
        </p>
      </div>
    </main>
  )
}

function FileList({ files, suggestion, filter, all, signedIn, locale, t }: Props) {
  const listed = filterFiles(files, filter).filter(({ id }) => id !== suggestion?.file.id)
  if (listed.length === 0) {
    return (
      <p>
        {t('casework.hub.none')}{' '}
        {isFiltered(filter) && <a href={practiceAddress(locale, {})}>{t('casework.hub.everything')}</a>}
      </p>
    )
  }
  const shown = all ? listed : listed.slice(0, SHOWN)
  return (
    <>
      <ul className="plain files">
        {shown.map((file) => (
          <FileCard key={file.actions[0].path} file={file} signedIn={signedIn} locale={locale} t={t} />
        ))}
      </ul>
      {shown.length < listed.length && (
        <p>
          <a className="btn" href={`${practiceAddress(locale, filter, { all: '1' })}#files`} rel="nofollow">
            {t('casework.hub.showAll')}
          </a>
        </p>
      )}
    </>
  )
}
