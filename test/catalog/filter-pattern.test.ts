import { expect, it } from 'vitest';
import { matchesPattern } from '../../src/catalog/log-group/filter-pattern';

const FIELDS = new Map([
  ['eventSource', 'sagemaker.amazonaws.com'],
  ['eventName', 'DeleteEndpoint'],
]);

/** Source: CloudWatch Logs user guide, "Filter pattern syntax for metric filters". */
it.each([
  ['', true],
  ['{ $.eventName = "DeleteEndpoint" }', true],
  ['{ $.eventName = DeleteEndpoint }', true],
  ['{$.eventName="Delete*"}', true],
  ['{ $.eventName = "deleteendpoint" }', false],
  ['{ $.eventName != "DeleteEndpoint" }', false],
  ['{ ($.eventName = "StopLogging") || ($.eventName = "DeleteEndpoint") }', true],
  ['{ $.eventSource = "kms.amazonaws.com" && $.eventName = "Delete*" }', false],
  ['{ ($.eventSource = "kms*" || $.eventSource = "sagemaker*") && $.eventName = "Delete*" }', true],
  ['{ $.errorCode EXISTS }', false],
  ['{ $.errorCode NOT EXISTS }', true],
  ['{ $.errorCode != "AccessDenied" }', false],
  ['{ $.eventName = }', false],
  ['{ $.eventName = "DeleteEndpoint"', false],
  ['{ eventName = "DeleteEndpoint" }', false],
  ['DeleteEndpoint', true],
  ['sagemaker DeleteTrail', false],
  ['?DeleteTrail ?DeleteEndpoint', true],
  ['sagemaker -DeleteEndpoint', false],
])('%s', (pattern, matches) => {
  expect(matchesPattern(pattern, FIELDS)).toBe(matches);
});
