import { cva, type VariantProps } from 'class-variance-authority'
import { classNames } from './class-names'

const variants = cva(
  'quick inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap border font-medium aria-disabled:cursor-not-allowed disabled:cursor-not-allowed [&>svg]:-ml-0.5 [&>svg:only-child]:ml-0',
  {
    variants: {
      look: {
        /** At most one on a screen. */
        primary:
          'border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover active:brightness-90 data-[state=open]:bg-accent-hover',
        plain: 'border-line-strong bg-raised text-ink hover:bg-hover active:bg-press data-[state=open]:bg-press',
        ghost:
          'border-transparent bg-transparent text-ink-2 hover:bg-hover hover:text-ink active:bg-press data-[state=open]:bg-press data-[state=open]:text-ink',
        danger: 'border-line-strong bg-raised text-error hover:bg-hover active:bg-press',
      },
      size: {
        compact: 'h-6 rounded-[4px] px-2 text-12',
        normal: 'h-7 rounded-control px-2.5 text-13',
        large: 'h-8 rounded-control px-3.5 text-13',
      },
      icon: { true: 'px-0', false: '' },
      off: { true: '', false: '' },
    },
    compoundVariants: [
      { icon: true, size: 'compact', class: 'w-6' },
      { icon: true, size: 'normal', class: 'w-7' },
      { icon: true, size: 'large', class: 'w-8' },
      {
        off: true,
        class:
          'border-line bg-transparent text-ink-3 hover:border-line hover:bg-transparent hover:text-ink-3 active:bg-transparent active:brightness-100',
      },
      {
        off: true,
        look: 'ghost',
        class: 'border-transparent text-control hover:border-transparent hover:text-control',
      },
    ],
    defaultVariants: { look: 'plain', size: 'normal', icon: false, off: false },
  },
)

/** The look of a button, also for links: `<Link className={buttonStyle({ look: 'primary' })}>`. Where `className` says otherwise, it holds. */
export const buttonStyle = (choice?: Parameters<typeof variants>[0]) => classNames(variants(choice))

export type ButtonLook = VariantProps<typeof variants>['look']
export type ButtonSize = VariantProps<typeof variants>['size']
