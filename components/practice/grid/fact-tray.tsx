import { X } from 'lucide'
import { ELEMENTS } from '@/domain/case/grid-file'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../../ui/icon'

/**
 * The fact in hand, with the elements to which it can be given. The script of the grid shows it; without a script the
 * facts are ticked in the list of each element. It stands outside the form: only the ticks of the form are kept.
 */
export function FactTray({ t }: { t: Translator }) {
  return (
    <section
      className="tray card"
      data-tray
      data-against={t('casework.grid.tray.against')}
      hidden
      aria-labelledby="tray"
    >
      <div className="tray-head">
        <h2 id="tray" className="h3">
          {t('casework.grid.tray.ask')}
        </h2>
        <button type="button" className="btn link" data-close>
          <Icon node={X} />
          <span className="sr">{t('casework.grid.tray.close')}</span>
        </button>
      </div>
      <p className="hand" data-hand />
      <fieldset className="degrees">
        <legend className="sr">{t('casework.grid.tray.side')}</legend>
        {SIDES.map(([side, name]) => (
          <label key={side}>
            <input type="radio" name="side" value={side} />
            {t(`casework.grid.tray.${name}`)}
          </label>
        ))}
      </fieldset>
      <p className="to">
        {ELEMENTS.map((element) => (
          <button key={element} type="button" className="btn" data-give={element} aria-pressed="false">
            {t(`casework.grid.element.${element}`)}
          </button>
        ))}
      </p>
    </section>
  )
}

/** As the names of the fields end. */
const SIDES = [
  ['s', 'supports'],
  ['c', 'contradicts'],
] as const
