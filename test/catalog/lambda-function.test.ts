import { describe, expect, it } from 'vitest';
import { kind } from '../../src/catalog/lambda-function/kind';
import { meaning } from './meaning';
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
