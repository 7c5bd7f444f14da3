import { describe, expect, test } from 'vitest';
import type { Opened } from './browser';
import type { Player } from './player';
import { allow, document, trust } from './policies';
import { eachRound } from './round';

const ENDPOINT = 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/claims-endpoint';

/** A student builds the door, first with the certificate in the wrong Region. */
describe('the front door, played through the interface', () => {
  let tab: Opened;
  let player: Player;
  eachRound(
    { title: /A front door for the model/, says: 'claims.meridian.example' },
    (round) => ({ tab, player } = round),
  );

  /** A role that somebody assumes, with one policy. */
  const role = async (name: string, place: { x: number; y: number }, trusted: object, policy: object) => {
    await player.drag('IAM role', { in: 'broker', ...place }, name);
    await player.select(name);
    await player.writePolicy('Trust policy', trusted);
    await player.permit('work', policy);
  };

  test('a Regional API, after a certificate of the wrong Region', async () => {
    expect(await player.score()).toBe(4);
    await player.zoomTo(60);
    await player.drag('API Gateway REST API', { in: 'broker', x: 2.2, y: 0.3 }, 'claims-api');
    await player.drag('ACM certificate', { in: 'broker', x: 0.2, y: 4.2 }, 'claims-cert');
    await player.drag('WAF web ACL', { in: 'broker', x: 2.2, y: 2.2 }, 'claims-filter');
    await player.drag('CloudWatch log group', { in: 'broker', x: 2.2, y: 4.2 }, 'claims-access');
    await role(
      'api-role',
      { x: 3.8, y: 2.2 },
      trust('apigateway.amazonaws.com'),
      document(allow('sagemaker:InvokeEndpoint', ENDPOINT)),
    );
    const logs = 'arn:aws:logs:eu-west-1:111122223333:log-group:claims-access:*';
    await role(
      'log-role',
      { x: 3.8, y: 4.2 },
      trust('apigateway.amazonaws.com'),
      document(allow(['logs:CreateLogStream', 'logs:PutLogEvents'], logs)),
    );

    await player.select('claims-cert');
    await player.setField('Domain name', 'claims.meridian.example');
    await player.setField('Region', 'us-east-1');
    await player.select('claims-access');
    await player.setField('Keep for', '365');
    await player.select('broker');
    const calls = await player.addRow('Calls', 'call');
    await player.setField('Target', 'claims-api', calls);

    await player.select('claims-api');
    await player.setField('Endpoint type', 'REGIONAL');
    await player.setField('Custom domain', 'claims.meridian.example');
    await player.setField('Certificate', 'claims-cert');
    await player.setField('Close the default address', true);
    await player.setField('Authorisation', 'AWS_IAM');
    await player.setField('Validate requests', true);
    await player.setField('Calls the endpoint', 'claims-endpoint');
    await player.setField('Integration role', 'api-role');
    await player.setField('Web ACL', 'claims-filter');
    await player.setField('Access logs to', 'claims-access');
    await player.setField('Logging role', 'log-role');
    await player.picture('front-door-wired');

    const refused = await player.watch('A broker is let in');
    expect(refused.at(-1)?.onTheCanvas).toMatch(
      /takes certificates of eu-west-1 only.*claims-cert stands in us-east-1/,
    );
    await player.select('claims-cert');
    await player.setField('Region', '');

    // The walk names the ARN that the policy needs.
    const denied = await player.watch('A broker is let in');
    const [asked = ''] = /arn:aws:execute-api:\S+\/prod\/POST\//.exec(denied.at(-1)?.onTheCanvas ?? '') ?? [];
    expect(asked).toContain(':eu-west-1:111122223333:');
    await player.select('broker-role');
    await player.permit('call', document(allow('execute-api:Invoke', asked)));

    await player.win('front-door-solved');
    expect(tab.complaints).toEqual([]);
  });
});
