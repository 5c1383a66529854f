import { HomeSkeleton } from '@/components/projects/home-skeleton'

export default function Loading() {
  return <HomeSkeleton />
}
