/** Sentences for the reasons of the graph and of the evaluation. `{places}` are filled from `Reason.values`. */
export const GRAPH_REASONS: Readonly<Record<string, string>> = {
  'graph.unknown-kind':
    '{name} is of the kind "{kind}", which this version does not know. It is kept, and not simulated.',
  'graph.invalid-property': '{name}: {field} is not valid. {message}',
  'graph.dangling-reference': '{name}: {field} refers to {target}, which is not in the diagram.',
  'graph.missing-reference': '{name} needs {field}: connect it to a {target}.',
  'graph.wrong-reference': '{name}: {field} cannot refer to {target}; it is the wrong kind of resource.',
  'graph.wrong-container': '{name} ({kind}) cannot stand in {place}. It belongs in: {legal}.',
  'graph.circular-container': '{name} stands inside itself. Move it out of {place}.',
  'graph.duplicate-name': 'Two resources would have the ARN {arn}. AWS refuses the second {name}.',
  'evaluate.unknown-check': 'The scenario asks for a check "{check}" that this version does not have.',
  'evaluate.bad-params': 'The scenario gives {check} parameters that it does not understand at {place}: {message}',
  'policy.invalid': '{name}: the policy {policy} is not valid at line {line}. {message} {remedy}',
};
