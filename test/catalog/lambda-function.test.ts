import { describe, expect, it } from 'vitest';
import { kind } from '../../src/catalog/lambda-function/kind';
import { allow, meaning, outcome, role, type Sketch } from './meaning';
import { SMALL_VPC } from './small-vpc';

describe('a function takes subnets and security groups together, or neither', () => {
  const complaints = (props: object) => kind.complete({ ...props }).issues.map(({ field }) => field);
  it.each([
    [{}, []],
    [{ subnets: ['a'], securityGroups: ['all'] }, []],
    [{ subnets: ['a'] }, ['securityGroups']],
    [{ securityGroups: ['all'] }, ['subnets']],
  ])('%j', (props, fields) => expect(complaints(props)).toEqual(fields));
});

describe('where a function sends from', () => {
  const reaches = (subnets: readonly string[]) =>
    meaning({
      ...SMALL_VPC,
      work: { kind: 'lambda-function', props: { subnets: [...subnets], securityGroups: ['all'] } },
    })
      .network.paths('work', { type: 'internet', port: 443 })
      .some((path) => path.reachable);
  it('without subnets it has the network of the service', () => expect(reaches([])).toBe(true));
  it('with a subnet it has the routes of that one', () => expect(reaches(['a'])).toBe(false));
  it('when its only subnet is lost it does not move to the network of the service', () =>
    expect(reaches(['lost'])).toBe(false));
});

describe('dead letters', () => {
  const sketch = (action: string): Sketch => ({
    work: { kind: 'lambda-function', props: { role: 'runs', deadLetter: 'news' } },
    news: { kind: 'sns-topic' },
    runs: role('lambda.amazonaws.com', allow(action)),
  });
  it('go to the topic as the execution role', () => {
    expect(outcome(meaning(sketch('sns:Publish')), 'work', 'sns:Publish', 'news')).toBe('allowed');
    expect(outcome(meaning(sketch('s3:GetObject')), 'work', 'sns:Publish', 'news')).toBe('iam.identity-silent');
  });
});

describe('reserved concurrency', () => {
  const invoked = (reservedConcurrency: number | undefined) => {
    const facts = meaning({
      ana: { kind: 'lambda-function', props: { role: 'runs', calls: [{ target: 'work' }] } },
      work: { kind: 'lambda-function', props: reservedConcurrency === undefined ? {} : { reservedConcurrency } },
      runs: role('lambda.amazonaws.com', allow('lambda:InvokeFunction')),
    });
    return outcome(facts, 'ana', '', 'work');
  };
  it('stops the function at 0 and not above', () => {
    expect([undefined, 5].map(invoked)).toEqual(['allowed', 'allowed']);
    expect(invoked(0)).toBe('request.refused');
  });
});
