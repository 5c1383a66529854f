import type { Kind } from '../../kind'
import { signIns } from '../../project/sign-in'
import { createTool } from './create'
import { toolPicture } from './picture'
import { toolProvider } from './provider'
import { tool } from './tool'

/** Actions: one provider with any number of tools. */
export const toolKind: Kind = {
  id: 'tool',
  title: 'Tools',
  summary: 'Actions an agent or a workflow can call',
  icon: 'wrench',
  docsUrl: 'https://docs.dify.ai/en/develop-plugin/dev-guides-and-walkthroughs/tool-plugin',
  manifestKey: 'tools',
  alone: false,
  picture: toolPicture,
  signIns,
  callbackWord: 'tool',
  root: toolProvider,
  items: [tool],
  starters: [
    {
      id: 'tool',
      kind: 'tool',
      title: 'Tool',
      summary: 'One tool that needs no credentials',
      answers: { credentials: 'none' },
    },
    {
      id: 'tool-api-key',
      kind: 'tool',
      title: 'Tool with an API key',
      summary: 'One tool, and an API key that is checked when it is entered',
      answers: { credentials: 'api-key' },
    },
    {
      id: 'tool-oauth',
      kind: 'tool',
      title: 'Tool with OAuth',
      summary: 'One tool, and a sign-in at the service',
      answers: { credentials: 'oauth' },
    },
    {
      id: 'tool-api-key-oauth',
      kind: 'tool',
      title: 'Tool with an API key or OAuth',
      summary: 'One tool, and an API key or a sign-in at the service',
      answers: { credentials: 'api-key-or-oauth' },
    },
  ],
  create: createTool,
}
