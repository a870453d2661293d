import { Cover } from './cover'

type Props = {
  /** The id of the course. */
  course: string
  href: string
  title: string
  /** What kind of course it is, above its title. */
  kicker: string
  /** How far this reader is; null for a reader who has not begun. */
  state: string | null
  summary: string
  facts: readonly string[]
  /** The level of its title on the page. */
  heading?: 'h2' | 'h3'
}

/** A course in the catalogue. The whole card is one link, that of its title. */
export function CourseCard({ course, href, title, kicker, state, summary, facts, heading: Heading = 'h3' }: Props) {
  return (
    <article className="course-card">
      <Cover course={course} place="card" />
      <div>
        <p className="kicker row between">
          <span>{kicker}</span>
          {state && <span className="state">{state}</span>}
        </p>
        <Heading>
          <a href={href}>{title}</a>
        </Heading>
        <p>{summary}</p>
        <ul className="facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      </div>
    </article>
  )
}
