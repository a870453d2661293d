import { ALargeSmall } from 'lucide'
import type { Translator } from '@/i18n/translator'
import { Icon } from './icon'

/** The keys of a lesson. Each has its words in i18n/messages/*.json under `reading.keys`. */
const KEYS = { next: 'N', previous: 'P', search: 'S', outline: 'O', notes: 'M', size: 'T', list: '?' } as const
type KeyName = keyof typeof KEYS
export const LESSON_KEYS = Object.keys(KEYS) as KeyName[]

type Props = {
  /** The keys that the script of a lesson listens to. */
  keys?: readonly KeyName[]
  /** The page quotes law of which one language stands open. */
  folded?: boolean
  t: Translator
}

/**
 * Text size, line spacing and, in a lesson, the languages of quoted law and the keys. The button is shown by the script that makes it work; without one
 * the browser's own zoom does the same.
 */
export function ReadingPanel({ keys = [], folded = false, t }: Props) {
  return (
    <div className="no-print">
      <button type="button" className="btn" popoverTarget="reading" data-key="?" hidden>
        <Icon node={ALargeSmall} />
        {t('reading.open')}
      </button>
      <div id="reading" className="reading" popover="auto" role="dialog" aria-label={t('reading.open')}>
        <Choices
          name="size"
          title={t('reading.size.title')}
          choices={(['1', '2', '3'] as const).map((value) => ({ value, label: t(`reading.size.${value}`) }))}
          shortcut="t"
        />
        <Choices
          name="lines"
          title={t('reading.lines.title')}
          choices={(['1', '2'] as const).map((value) => ({ value, label: t(`reading.lines.${value}`) }))}
        />
        {folded && (
          <Choices
            name="law"
            title={t('reading.law.title')}
            choices={(['1', '2'] as const).map((value) => ({ value, label: t(`reading.law.${value}`) }))}
          />
        )}
        {keys.length > 0 && <Keys names={keys} t={t} />}
        <p className="xs muted">{t('reading.kept')}</p>
        <button type="button" className="btn" popoverTarget="reading" popoverTargetAction="hide">
          {t('reading.close')}
        </button>
      </div>
    </div>
  )
}

type ChoicesProps = {
  name: 'size' | 'lines' | 'law'
  choices: readonly { value: string; label: string }[]
  /** The key that leads to the first choice. */
  shortcut?: string
  title: string
}

function Choices({ name, choices, shortcut, title }: ChoicesProps) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {choices.map(({ value, label }, place) => (
        <label key={value} className="opt">
          <input type="radio" name={name} value={value} data-key={place === 0 ? shortcut : undefined} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Keys({ names, t }: { names: readonly KeyName[]; t: Translator }) {
  return (
    <fieldset className="of-keyboard">
      <legend>{t('reading.keys.title')}</legend>
      <dl>
        {names.map((name) => (
          <div key={name}>
            <dt>
              <kbd dir="ltr">{KEYS[name]}</kbd>
            </dt>
            <dd>{t(`reading.keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <label className="opt">
        <input type="checkbox" name="keys" defaultChecked />
        <span>{t('reading.keys.on')}</span>
      </label>
    </fieldset>
  )
}
