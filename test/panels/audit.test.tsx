import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { checks } from '../../src/checks/index';
import { AuditPanel } from '../../src/panels/audit/AuditPanel';
import { node, renderWith } from './session';

function show() {
  const desk = { now: () => '2026-11-24T08:00:00.000Z', download: vi.fn(), print: vi.fn() };
  const view = renderWith(
    <AuditPanel desk={desk} />,
    [node('cards', 's3-bucket', { props: { blockPublicAccess: false } }), node('key', 'kms-key')],
    { checks },
  );
  return { desk, ...view, audit: screen.getByRole('region', { name: 'Audit' }) };
}

describe('the audit', () => {
  it('names the verdict of every control in words, what is not met first', () => {
    const { audit } = show();
    const headings = within(audit)
      .getAllByRole('heading')
      .map((one) => one.textContent);
    expect(headings).toEqual(['Not met', 'Trade-offs', 'Not applicable', 'Not answered by a drawing']);
    expect(
      within(audit).getByText('That a pack passes is evidence, not compliance. The standard itself asks for more.'),
    ).toBeVisible();
  });
  it('unfolds the evidence, which selects the resource', async () => {
    const { audit, state } = show();
    await userEvent.click(within(audit).getByRole('button', { name: /answers nobody without credentials/ }));
    const evidence = within(audit).getByRole('list', { name: 'Evidence' });
    await userEvent.click(within(evidence).getByRole('button', { name: /Block Public Access is off/ }));
    expect(state().selection).toEqual(['cards']);
  });
  it('keeps what nothing can be judged by folded, until somebody asks', async () => {
    const { audit } = show();
    const control = /A function is opened neither/;
    expect(within(audit).queryByRole('button', { name: control })).toBeNull();
    await userEvent.click(within(audit).getByRole('button', { name: 'Not applicable', expanded: false }));
    await userEvent.click(within(audit).getByRole('button', { name: control }));
    expect(within(audit).getByText('Nothing is drawn that this control could be judged by.')).toBeVisible();
  });
  it('tells a trade-off at the control that runs into it, and all of its numbers', async () => {
    const { audit } = show();
    await userEvent.selectOptions(within(audit).getByRole('combobox', { name: 'Standard' }), 'HIPAA Security Rule');
    const row = within(audit).getByRole('button', { name: /have a copy in another bucket/ });
    expect(row).toHaveTextContent('164.308(a)(7)(i) and 2 more · Trade-off');
    await userEvent.click(row);
    expect(within(audit).getByText('Trade-off.').parentElement).toHaveTextContent(
      /outside the Union, it is a transfer/,
    );
    expect(within(audit).getByText('164.308(a)(7)(i), 164.308(a)(7)(ii)(A), 164.308(a)(7)(ii)(B).')).toBeVisible();
  });
  it('changes with the standard and with the drawing', async () => {
    const { audit, session } = show();
    await userEvent.selectOptions(within(audit).getByRole('combobox', { name: 'Standard' }), 'GDPR (our reading)');
    expect(within(audit).getByText(/Which control answers which article is our reading/)).toBeVisible();
    expect(within(audit).getByRole('button', { name: /A bucket refuses requests without TLS/ })).toHaveTextContent(
      '0 of 1',
    );
    act(() => session.getState().actions.load({ nodes: {} }, 'empty'));
    await waitFor(() => expect(within(audit).queryByRole('heading', { name: 'Not met' })).toBeNull());
    expect(within(audit).getByRole('heading', { name: 'Not applicable' })).toBeVisible();
  });
  it('keeps the report as Markdown and draws it on paper before it prints', async () => {
    const { audit, desk } = show();
    await userEvent.click(within(audit).getByRole('button', { name: 'Markdown' }));
    expect(desk.download).toHaveBeenCalledWith(
      'panels-pci-dss-4.0.1.md',
      expect.stringContaining('Panels, 2026-11-24.'),
    );
    desk.print.mockImplementation(() =>
      expect(document.querySelector('article')?.textContent).toContain('PCI DSS 4.0.1'),
    );
    await userEvent.click(within(audit).getByRole('button', { name: 'Print' }));
    expect(desk.print).toHaveBeenCalledOnce();
  });
});
