import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button } from '../../src/kit/Button';
import { Checkbox } from '../../src/kit/Checkbox';
import { Chip } from '../../src/kit/Chip';
import { Dialog } from '../../src/kit/Dialog';
import { Field } from '../../src/kit/Field';
import { IconButton } from '../../src/kit/IconButton';
import { ContextMenu, Menu } from '../../src/kit/Menu';
import { NumberInput } from '../../src/kit/NumberInput';
import { ResizablePanel } from '../../src/kit/ResizablePanel';
import { Select } from '../../src/kit/Select';
import { Switch } from '../../src/kit/Switch';
import { Tabs } from '../../src/kit/Tabs';
import { TextInput } from '../../src/kit/TextInput';
import { TooltipLayer } from '../../src/kit/TooltipLayer';

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
afterEach(cleanup);

describe('Field', () => {
  it('ties label, help and error to its control', () => {
    render(
      <Field label="Retention" help="How long." error="Too long.">
        <NumberInput value={5} onChange={() => undefined} unit="days" />
      </Field>,
    );
    const input = screen.getByLabelText('Retention');
    expect(input).toHaveAccessibleDescription('How long. Too long.');
    expect(input).toBeInvalid();
  });

  it('names a switch, and a group of controls', () => {
    render(
      <>
        <Field label="Rotate" inline>
          <Switch checked onChange={() => undefined} />
        </Field>
        <Field label="Subnets" as="group">
          <Chip onRemove={() => undefined} removeLabel="Remove subnet-a">
            subnet-a
          </Chip>
        </Field>
      </>,
    );
    expect(screen.getByRole('switch', { name: 'Rotate' })).toBeChecked();
    expect(screen.getByRole('group', { name: 'Subnets' })).toContainElement(
      screen.getByRole('button', { name: 'Remove subnet-a' }),
    );
  });
});

describe('TextInput', () => {
  it('keeps what is typed until it is committed, and takes it back with Esc', async () => {
    const say = vi.fn();
    render(<TextInput aria-label="Name" value="vpc" onChange={say} commit="blur" />);
    const input = screen.getByLabelText('Name');
    await userEvent.type(input, '-2');
    expect(say).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(input).toHaveValue('vpc');
    await userEvent.type(input, '-3{Enter}');
    expect(say).toHaveBeenCalledExactlyOnceWith('vpc-3');
  });

  it('follows a new value from outside', () => {
    const { rerender } = render(<TextInput aria-label="Name" value="a" onChange={() => undefined} />);
    rerender(<TextInput aria-label="Name" value="b" onChange={() => undefined} />);
    expect(screen.getByLabelText('Name')).toHaveValue('b');
  });
});

describe('NumberInput', () => {
  it('clamps to its range and tells when it is emptied', async () => {
    const say = vi.fn();
    render(<NumberInput aria-label="Days" value={5} onChange={say} min={1} max={30} />);
    const input = screen.getByLabelText('Days');
    await userEvent.clear(input);
    await userEvent.type(input, '400{Enter}');
    expect(say).toHaveBeenLastCalledWith(30);
    await userEvent.clear(input);
    await userEvent.tab();
    expect(say).toHaveBeenLastCalledWith(undefined);
  });
});

describe('Select, Checkbox, Switch', () => {
  it('say what was chosen', async () => {
    const [pick, check, turn] = [vi.fn(), vi.fn(), vi.fn()];
    render(
      <>
        <Select aria-label="Key" value="" placeholder="None" options={[{ value: 'k', label: 'cmk' }]} onChange={pick} />
        <Checkbox checked={false} onChange={check}>
          Agreed
        </Checkbox>
        <Switch label="On" checked={false} onChange={turn} />
      </>,
    );
    await userEvent.selectOptions(screen.getByLabelText('Key'), 'cmk');
    await userEvent.click(screen.getByText('Agreed'));
    await userEvent.click(screen.getByRole('switch', { name: 'On' }));
    expect(pick).toHaveBeenCalledWith('k');
    expect(check).toHaveBeenCalledWith(true);
    expect(turn).toHaveBeenCalledWith(true);
  });
});

describe('Tabs', () => {
  it('move with the arrow keys and show one panel', async () => {
    function Example() {
      const [value, setValue] = useState('a');
      const items = [
        { id: 'a', label: 'First', content: 'one' },
        { id: 'b', label: 'Second', content: 'two' },
      ];
      return <Tabs label="Parts" items={items} value={value} onChange={setValue} />;
    }
    render(<Example />);
    await userEvent.click(screen.getByRole('tab', { name: 'First' }));
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Second' })).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByRole('tabpanel')).toHaveTextContent('two');
  });
  it('go round, jump to their ends, and open with a click', async () => {
    const change = vi.fn();
    const items = ['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase(), content: id }));
    const { rerender } = render(<Tabs label="Parts" items={items} value="a" onChange={change} />);
    expect(screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
    await userEvent.click(screen.getByRole('tab', { name: 'A' }));
    expect(change).not.toHaveBeenCalled();
    await userEvent.keyboard('{ArrowLeft}');
    expect(change).toHaveBeenLastCalledWith('c');
    await userEvent.keyboard('{ArrowRight}{End}{Home}{End}');
    expect(screen.getByRole('tab', { name: 'C' })).toHaveFocus();
    rerender(<Tabs label="Parts" items={items} value="gone" onChange={change} />);
    expect(screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
    expect(screen.queryByRole('tabpanel')).toBeNull();
    change.mockClear();
    await userEvent.pointer({ keys: '[MouseRight]', target: screen.getByRole('tab', { name: 'B' }) });
    expect(change).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('tab', { name: 'B' }));
    expect(change).toHaveBeenLastCalledWith('b');
  });
});

describe('Dialog', () => {
  it('is named and described, and closes with Esc', async () => {
    const change = vi.fn();
    render(
      <Dialog
        open
        onOpenChange={change}
        title="Restore your work"
        description="From yesterday."
        footer={<Button>Restore</Button>}
      />,
    );
    expect(screen.getByRole('dialog', { name: 'Restore your work' })).toHaveAccessibleDescription('From yesterday.');
    await userEvent.keyboard('{Escape}');
    expect(change).toHaveBeenCalledWith(false);
  });
});

/** jsdom has no pointer events: this one has what a real one has. */
function press(element: Element, pointerType: string): void {
  const event = new MouseEvent('pointerdown', { bubbles: true, cancelable: true });
  fireEvent(element, Object.assign(event, { pointerType }));
}

describe('Menu', () => {
  it('opens by keyboard and runs the item that is chosen', async () => {
    const [copy, remove] = [vi.fn(), vi.fn()];
    render(
      <Menu
        items={[
          { id: 'copy', label: 'Copy', onSelect: copy },
          { id: 'line', separator: true },
          { id: 'remove', label: 'Remove', disabled: true, onSelect: remove },
        ]}
      >
        <Button>More</Button>
      </Menu>,
    );
    screen.getByRole('button', { name: 'More' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('menuitem', { name: 'Remove' })).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Enter}');
    expect(copy).toHaveBeenCalledOnce();
    expect(remove).not.toHaveBeenCalled();
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    await vi.waitFor(() => expect(screen.getByRole('button', { name: 'More' })).toHaveFocus());
  });

  it('stays shut when something else is done before it arrives, and when its button is off', async () => {
    const items = [{ id: 'copy', label: 'Copy', onSelect: () => undefined }];
    const view = render(
      <Menu items={items}>
        <Button>More</Button>
      </Menu>,
    );
    const arrived = () => act(async () => void (await import('../../src/kit/MenuList')));
    const button = screen.getByRole('button', { name: 'More' });
    press(button, 'mouse');
    fireEvent.keyDown(button, { key: 'Escape' });
    await arrived();
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    view.rerender(
      <Menu items={items}>
        <Button disabled>More</Button>
      </Menu>,
    );
    press(button, 'mouse');
    await arrived();
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    view.rerender(
      <Menu items={items}>
        <Button>More</Button>
      </Menu>,
    );
    press(button, 'mouse');
    expect(await screen.findByRole('menu', { name: 'More' })).toBeInTheDocument();
  });

  it('opens on a right click, and on a finger that rests', async () => {
    render(
      <ContextMenu items={[{ id: 'copy', label: 'Copy', onSelect: () => undefined }]}>
        <p>Place</p>
      </ContextMenu>,
    );
    const place = screen.getByText('Place');
    fireEvent.contextMenu(place, { button: 2 });
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Copy' }));
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    vi.useFakeTimers();
    press(place, 'touch');
    fireEvent.pointerUp(place);
    act(() => void vi.advanceTimersByTime(800));
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    press(place, 'touch');
    act(() => void vi.advanceTimersByTime(800));
    vi.useRealTimers();
    expect(await screen.findByRole('menu')).toBeInTheDocument();
  });
});

describe('IconButton', () => {
  it('has a name, and says whether it is pressed', () => {
    render(<IconButton label="Minimap" icon={<svg />} pressed />);
    expect(screen.getByRole('button', { name: 'Minimap' })).toHaveAttribute('aria-pressed', 'true');
  });
});

describe('Tooltip', () => {
  it('says on hover and on focus what an element is, until Esc', async () => {
    render(
      <>
        <IconButton label="Undo" shortcut="Z" icon={<svg />} />
        <IconButton label="Redo" icon={<svg />} disabled />
        <TooltipLayer />
      </>,
    );
    const undo = screen.getByRole('button', { name: 'Undo' });
    await userEvent.hover(undo);
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Undo');
    await vi.waitFor(() => expect(undo).toHaveAccessibleDescription(/^Undo/));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
    expect(undo).not.toHaveAttribute('aria-describedby');
    await userEvent.tab();
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Undo');
    await userEvent.tab();
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
    await userEvent.hover(screen.getByRole('button', { name: 'Redo' }));
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Redo');
  });
});

describe('ResizablePanel', () => {
  it('is moved with the arrow keys, within its limits', async () => {
    function Example() {
      const [size, setSize] = useState(300);
      return (
        <ResizablePanel side="right" size={size} onSize={setSize} min={240} max={320} label="Width of the inspector">
          inside
        </ResizablePanel>
      );
    }
    render(<Example />);
    const handle = screen.getByRole('separator', { name: 'Width of the inspector' });
    handle.focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(handle).toHaveAttribute('aria-valuenow', '320');
    await userEvent.keyboard('{ArrowRight}');
    expect(handle).toHaveAttribute('aria-valuenow', '304');
    await userEvent.keyboard('{Home}');
    expect(handle).toHaveAttribute('aria-valuenow', '240');
  });
});
