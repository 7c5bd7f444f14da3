import { ACCOUNT_ID, REGION } from '../../catalog/pseudo-parameters';
import type { Templates } from '../../catalog/cloudformation';
import type { Graph } from '../../engine/graph';
import type { NodeId } from '../../model/diagram';
import type { Json } from '../../model/json';

/** A text that names another resource, and what says the same in a template. */
interface Mention {
  readonly text: string;
  readonly target: string;
  /** `Key.Arn`, `Vpc` */
  readonly variable: string;
  /** where the variable stands: `arn:…:vpc/${…}`. */
  readonly before: string;
  /** only the whole text counts: ids are short words. */
  readonly whole: boolean;
  /** AWS makes this text only when the resource exists; nobody can write it down before. */
  readonly unknowable: boolean;
}

export interface Substitution {
  readonly value: Json;
  /** resources that name each other, so that a template cannot make either first. */
  readonly stuck: readonly string[];
}

/** Where policies name ARNs and ids, so that the template refers instead. */
export class Mentions {
  private readonly whole = new Map<string, Mention>();
  private readonly inside: Mention[] = [];
  private readonly pattern: RegExp;

  constructor(graph: Graph, templates: Templates, logicalIds: ReadonlyMap<NodeId, string>) {
    for (const { id, kind } of graph.nodes) {
      const template = templates.get(kind);
      const target = logicalIds.get(id);
      if (!template || target === undefined) continue;
      const arn = graph.arn(id);
      const generated = template.ref === 'id';
      if (generated) {
        this.whole.set(id, { text: id, target, variable: target, before: '', whole: true, unknowable: true });
      }
      if (arn === undefined) continue;
      const variable = template.arn === undefined ? target : `${target}.${template.arn}`;
      if (!generated) {
        const unknowable = !arn.includes(graph.nameOf(id)) && template.ref === 'arn';
        this.inside.push({ text: arn, target, variable, before: '', whole: false, unknowable });
      } else if (arn.endsWith(`/${id}`)) {
        const before = arn.slice(0, -id.length);
        this.inside.push({ text: arn, target, variable: target, before, whole: false, unknowable: true });
      }
    }
    // Longest first: one ARN may begin another.
    this.inside.sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
    const texts = this.inside.map(({ text }) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const [account, region] = [graph.account.id, graph.account.region];
    this.pattern = new RegExp(
      [
        ...(texts.length > 0 ? [`(?<arn>${texts.join('|')})(?![\\w.-])`] : []),
        `(?<![0-9])(?<account>${account})(?![0-9])`,
        `(?<![a-z0-9-])(?<region>${region})(?![0-9-])`,
      ].join('|'),
      'g',
    );
  }

  /** The unknowable texts in a string: those resources must come first. */
  needs(text: string): readonly string[] {
    const whole = this.whole.get(text);
    if (whole) return [whole.target];
    return [...text.matchAll(this.pattern)].flatMap((match) => {
      const mention = this.inside.find((one) => one.text === match.groups?.['arn']);
      return mention?.unknowable ? [mention.target] : [];
    });
  }

  /** `policy`: ids count as well. `wait` says whether the resource may wait for another. */
  substitute(text: string, policy: boolean, wait: (target: string) => boolean): Substitution {
    const stuck: string[] = [];
    const own = policy ? this.whole.get(text) : undefined;
    if (own) {
      if (wait(own.target)) return { value: { Ref: own.variable }, stuck };
      return { value: text, stuck: [own.target] };
    }
    let [made, at, changed] = ['', 0, false];
    for (const match of text.matchAll(this.pattern)) {
      const { arn, account } = match.groups ?? {};
      const mention = policy && arn !== undefined ? this.inside.find((one) => one.text === arn) : undefined;
      let said = match[0];
      if (mention && wait(mention.target)) said = `${this.pseudo(mention.before)}\${${mention.variable}}`;
      else if (arn !== undefined) {
        if (mention?.unknowable) stuck.push(mention.target);
        said = this.pseudo(said);
      } else said = account === undefined ? `\${${REGION}}` : `\${${ACCOUNT_ID}}`;
      changed ||= said !== match[0];
      made += escaped(text.slice(at, match.index)) + said;
      at = match.index + match[0].length;
    }
    if (!changed) return { value: text, stuck };
    return { value: simplest(made + escaped(text.slice(at))), stuck };
  }

  /** An ARN that stays text, but holds in every account and Region. */
  private pseudo(arn: string): string {
    return arn
      .split(':')
      .map((field, index) =>
        index === 3 && field !== ''
          ? `\${${REGION}}`
          : index === 4 && field !== ''
            ? `\${${ACCOUNT_ID}}`
            : escaped(field),
      )
      .join(':');
  }
}

function escaped(text: string): string {
  return text.replaceAll('${', '${!');
}

/** A substitution that is one variable and nothing else. */
function simplest(text: string): Json {
  const only = /^\$\{([A-Za-z0-9:]+)(?:\.([A-Za-z0-9]+))?\}$/.exec(text);
  if (!only?.[1]) return { 'Fn::Sub': text };
  return only[2] === undefined ? { Ref: only[1] } : { 'Fn::GetAtt': [only[1], only[2]] };
}
