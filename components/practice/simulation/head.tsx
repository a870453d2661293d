import { Clock } from 'lucide'
import type { Translator } from '@/i18n/translator'
import { Icon } from '../../ui/icon'
import type { HeadView, StoryTime } from './views'

/** The title, the stages and the clock of the story: while a run is played, no more of its state is shown. */
export function SimulationHead({ head, about, t }: { head: HeadView; about?: string; t: Translator }) {
  const { title, stages, stage, clock, seat } = head
  return (
    <header className="stack-s">
      <InventedFile t={t} />
      <h1>{title}</h1>
      <ol className="plain sim-stages" aria-label={t('casework.simulation.step.stages')}>
        {stages.map((name, place) => (
          <li
            key={name}
            className={place < stage ? 'done' : undefined}
            aria-current={place === stage ? 'step' : undefined}
          >
            {name}
          </li>
        ))}
      </ol>
      <p className="sim-clock">
        <Icon node={Clock} />
        <span className="sr">{t('casework.simulation.step.clock')}</span>
        <strong>
          <StoryMoment at={clock} />
        </strong>
        <span className="muted sm">
          {about ?? t('casework.simulation.step.you', { seat: t(`casework.simulation.seat.${seat}`) })}
        </span>
      </p>
    </header>
  )
}

/** Each page of a practice says that its file is invented. */
export function InventedFile({ t }: { t: Translator }) {
  return (
    <p>
      <span className="chip care">{t('casework.badge')}</span>
    </p>
  )
}

export function StoryMoment({ at: { day, time } }: { at: StoryTime }) {
  return (
    <>
      {day} <bdi>{time}</bdi>
    </>
  )
}
