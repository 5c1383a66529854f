import { clsx, type ClassValue } from 'clsx'
import { mergeClasses } from './class-groups'

/** Class names in one string; of two utilities for the same thing the later one stays. */
export function classNames(...values: ClassValue[]): string {
  return mergeClasses(clsx(values))
}
