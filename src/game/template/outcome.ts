import type { Diagram, NodeId } from '../../model/diagram';
import type { FileProblem } from '../../model/read-json';
import type { Parameter } from './parameters';

/** Something of the template that is not in the diagram. */
export interface Ignored {
  /** logical id, or the name of a section of the template. */
  readonly resource: string;
  /** `AWS::…`, where a resource is meant. */
  readonly type?: string;
  /** path inside its properties; absent = all of it. */
  readonly property?: string;
  readonly reason: string;
  readonly line?: number;
}

/** Something that the template does not say, and what stands in for it. */
export interface Assumed {
  readonly what: string;
  readonly reason: string;
}

export interface Imported {
  readonly diagram: Diagram;
  /** true when every node has the place that the template keeps for it. */
  readonly placed: boolean;
  /** logical id → the node that it became, or became a part of. */
  readonly nodes: ReadonlyMap<string, NodeId>;
  /** nodes that are not in the template: what AWS makes along with others, and what stands in for what is outside. */
  readonly added: readonly NodeId[];
  /** values that the template asks for. */
  readonly parameters: readonly Parameter[];
  readonly ignored: readonly Ignored[];
  readonly assumed: readonly Assumed[];
  /** why nothing could be read; the diagram is then empty. */
  readonly problems: readonly FileProblem[];
}
