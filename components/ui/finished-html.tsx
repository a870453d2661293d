type Props = { html: string; className?: string }

/**
 * HTML that the server rendered before, and sanitised (markdown.tsx), from reviewed course files. This is the only
 * place where ready-made HTML enters a page. Never use it for text that a visitor wrote.
 */
export function FinishedHtml({ html, className }: Props) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />
}
