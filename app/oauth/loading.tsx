import { PageSkeleton } from '@/components/ui/page-skeleton'

export default function Loading() {
  return <PageSkeleton title="OAuth playground" width="max-w-[1200px]" />
}
