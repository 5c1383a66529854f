import { LogoMark } from '@/components/ui/logo-mark'
import { Skeleton } from '@/components/ui/skeleton'
import styles from './panes/workbench.module.css'

/** The workbench before its plugin is there, in its final geometry; bars come after 300 ms. */
export function EditorSkeleton() {
  return (
    <div className="flex h-dvh flex-col overflow-hidden" aria-busy>
      <header className="flex h-11 items-center gap-2 border-b border-line bg-chrome px-3">
        <span className="grid size-7 place-items-center">
          <LogoMark />
        </span>
        <h1 className="sr-only">Opening the plugin</h1>
        <Skeleton className="animate-later w-32" />
      </header>
      <div className={styles.bench} data-pane="form">
        <nav className={styles.outline} aria-label="Plugin">
          <Bars widths={[64, 96, 72, 56, 88, 80, 104]} />
        </nav>
        <main className={styles.form}>
          <div className="h-20 border-b border-line" />
          <Bars widths={[180, 320, 260, 320, 220]} />
        </main>
        <section className={styles.file} aria-label="File">
          <div className="h-20 border-b border-line" />
          <Bars widths={[120, 200, 160, 220, 140, 180, 200, 90]} />
        </section>
        <section className={styles.problems} aria-label="Problems">
          <div className="h-9 border-b border-line" />
        </section>
      </div>
    </div>
  )
}

function Bars({ widths }: { widths: readonly number[] }) {
  return (
    <div className="animate-later grid gap-5 px-6 py-5">
      {widths.map((width, index) => (
        <span key={index} style={{ width }} className="max-w-full">
          <Skeleton />
        </span>
      ))}
    </div>
  )
}
