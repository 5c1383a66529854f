import { Skeleton } from './skeleton'
import { TopBar } from './top-bar'

/** A page of one column before its content is there; shown only after 300 ms. */
export function PageSkeleton({ title, width }: { title: string; width: string }) {
  return (
    <div aria-busy>
      <TopBar crumbs={['Plugins', title]} />
      <main className={`mx-auto w-full px-4 py-8 ${width}`}>
        <h1 className="text-20 font-semibold tracking-[-0.01em]">{title}</h1>
        <div className="animate-later mt-8 grid gap-5">
          <Skeleton className="w-40" />
          <Skeleton className="w-72" />
          <Skeleton className="w-56" />
        </div>
      </main>
    </div>
  )
}
