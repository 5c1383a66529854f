import { Skeleton } from '@/components/ui/skeleton'
import { TopBar } from '@/components/ui/top-bar'

/** New plugin before it is there, in the final geometry; shown only after 300 ms. */
export function NewPluginSkeleton() {
  return (
    <div aria-busy className="flex min-h-dvh flex-col">
      <TopBar crumbs={['Plugins', 'New plugin']} />
      <div className="grid flex-1 grid-cols-1 content-start lg:grid-cols-[minmax(0,1fr)_minmax(420px,44%)] lg:content-stretch">
        <main className="px-4 py-6 lg:px-12 lg:py-8">
          <div className="mx-auto max-w-[680px]">
            <h1 className="mb-4 text-20 font-semibold tracking-[-0.01em]">What should it give Dify?</h1>
            <div className="animate-later grid h-[70px] content-center gap-3 border-y border-line">
              <Skeleton className="w-24" />
              <Skeleton className="w-56" />
            </div>
          </div>
        </main>
        <div className="border-line bg-page max-lg:border-t lg:border-l" />
      </div>
    </div>
  )
}
