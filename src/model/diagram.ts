import * as z from 'zod/mini';
import type { Json } from './json';
import { someText, text } from './schema';

/**
 * A diagram is anything that can be drawn, even nonsense. There is no list of edges: a connection is a
 * node id held in a property of one of its ends, and containment is the special reference `parent`.
 */
export type NodeId = string;

export const LIMITS = {
  nodes: 5000,
  nameLength: 128,
  textLength: 20_480,
  fileBytes: 2_000_000,
  depth: 24,
} as const;

const nodeId = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'An id has lower-case letters, digits and hyphens.'));

const props: z.ZodMiniType<{ [key: string]: Json }> = z.record(
  z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9]*$/)),
  z.json(),
);

export const DiagramNode = z.strictObject({
  id: nodeId,
  /** id of a kind in the catalogue; an unknown one survives as a grey box. */
  kind: someText(64),
  name: text(LIMITS.nameLength),
  parent: z.optional(nodeId),
  /** canvas pixels, relative to the parent. */
  position: z.strictObject({ x: z.number(), y: z.number() }),
  size: z.optional(z.strictObject({ width: z.number().check(z.positive()), height: z.number().check(z.positive()) })),
  /** given by the scenario: cannot be changed or removed by the player. */
  locked: z.optional(z.boolean()),
  props,
});
export type DiagramNode = z.infer<typeof DiagramNode>;

export const Diagram = z.strictObject({
  nodes: z.record(nodeId, DiagramNode).check(
    z.refine((nodes) => Object.keys(nodes).length <= LIMITS.nodes, {
      message: `A diagram holds at most ${LIMITS.nodes} nodes.`,
    }),
    z.refine((nodes) => Object.entries(nodes).every(([id, node]) => node.id === id), {
      message: 'Each node must stand under its own id.',
    }),
  ),
});
export type Diagram = z.infer<typeof Diagram>;

export const EMPTY_DIAGRAM: Diagram = { nodes: {} };
