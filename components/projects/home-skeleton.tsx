import { Skeleton } from '@/components/ui/skeleton'
import { TopBar } from '@/components/ui/top-bar'
import { classNames } from '@/components/ui/class-names'
import { cardCell, cardGrid } from './card-grid'

/** Home before its plugins are known, in the final geometry; shown only after 300 ms. */
export function HomeSkeleton() {
  return (
    <div aria-busy className="flex min-h-dvh flex-col">
      <TopBar />
      <div className="grid flex-1 grid-cols-1 content-start lg:grid-cols-[minmax(0,1fr)_320px] lg:content-stretch">
        <main>
          <div className="border-b border-line px-4 pb-5 pt-5 md:px-10 md:pb-6 md:pt-7">
            <h1 className="text-20 font-semibold tracking-[-0.01em]">Plugins</h1>
          </div>
          <div className={classNames(cardGrid, 'animate-later')}>
            {[0, 1, 2].map((cell) => (
              <div key={cell} className={cardCell}>
                <div className="flex items-center gap-3">
                  <span className="size-9 rounded-layer bg-hover" />
                  <span className="grid gap-3">
                    <Skeleton className="w-28" />
                    <Skeleton className="w-40" />
                  </span>
                </div>
                <span className="mt-5 grid gap-3">
                  <Skeleton className="w-full" />
                  <Skeleton className="w-2/3" />
                </span>
              </div>
            ))}
          </div>
        </main>
        <div className="border-line bg-chrome lg:border-l" />
      </div>
    </div>
  )
}
