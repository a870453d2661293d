import { Check, Circle } from 'lucide'
import { Icon } from '../ui/icon'

type Props = {
  title: string
  items: readonly { text: string; done: boolean }[]
  rule: string
  texts: { done: string; notDone: string }
}

export function CertificateConditions({ title, items, rule, texts }: Props) {
  return (
    <section className="stack" aria-labelledby="conditions">
      <h2 id="conditions">{title}</h2>
      <ul className="plain stack-s conditions">
        {items.map(({ text, done }) => (
          <li key={text} className={done ? 'done' : undefined}>
            {done ? <Icon node={Check} /> : <Icon node={Circle} />}
            <span>
              {text}
              <span className="sr"> ({done ? texts.done : texts.notDone})</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="sm muted">{rule}</p>
    </section>
  )
}
