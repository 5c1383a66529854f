import { NewPluginSkeleton } from '@/components/projects/new-plugin-skeleton'

export default function Loading() {
  return <NewPluginSkeleton />
}
