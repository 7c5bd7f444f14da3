import { isFunctionName } from '../../catalog/cloudformation';
import { holdsList, NO_VALUE, STACK_NAME } from '../../catalog/pseudo-parameters';
import type { Json } from '../../model/json';
import { addressBlocks } from './address-blocks';
import { parameterOf, type ParameterValues } from './parameters';
import { isJsonFields, isList, jsonParts, mix, partsOf, Pointer, split, type Value } from './values';

type Fields = { readonly [key: string]: Json };

/** Functions over functions can make very much out of little. */
const MOST_STEPS = 400_000;
const LONGEST = 100_000;
const ZONES = ['a', 'b', 'c', 'd', 'e', 'f'];
const MACRO = 'A macro runs inside AWS only. What it would give is left out.';

/** Intrinsic functions, parameters, mappings and conditions of one template, in one Region. */
export class Resolver {
  private left = MOST_STEPS;
  private readonly conditions = new Map<string, boolean>();
  private readonly open = new Set<string>();
  private readonly known: {
    readonly parameters: Fields;
    readonly mappings: Fields;
    readonly conditions: Fields;
    readonly resources: Fields;
  };

  constructor(
    template: Fields,
    private readonly pseudo: Readonly<Record<string, string>>,
    private readonly region: string,
    /** something is not in the template; what stands in for it. */
    private readonly assume: (what: string, reason: string) => void,
    private readonly values: ParameterValues = {},
  ) {
    const section = (name: string): Fields => {
      const found = Object.hasOwn(template, name) ? template[name] : undefined;
      return isJsonFields(found) ? found : {};
    };
    this.known = {
      parameters: section('Parameters'),
      mappings: section('Mappings'),
      conditions: section('Conditions'),
      resources: section('Resources'),
    };
  }

  /** True when the template was too much work, and the rest of it was left out. */
  get exhausted(): boolean {
    return this.left < 0;
  }

  /** `undefined` where the template says that there is no value, or where none can be known. */
  resolve(json: Json): Value | undefined {
    this.left -= 1;
    if (this.left < 0) return undefined;
    if (json === null || typeof json !== 'object') return json;
    if (Array.isArray(json)) return (json as readonly Json[]).flatMap((item) => this.resolve(item) ?? []);
    const fields = json as Fields;
    const [only, ...others] = Object.keys(fields);
    if (only !== undefined && others.length === 0 && isFunctionName(only)) {
      return this.call(only, fields[only] ?? null);
    }
    const entries = Object.entries(fields).flatMap(([key, value]): [string, Value][] => {
      const resolved = this.resolve(value);
      return resolved === undefined ? [] : [[key, resolved]];
    });
    return Object.fromEntries(entries);
  }

  condition(name: string): boolean {
    const before = this.conditions.get(name);
    if (before !== undefined) return before;
    if (this.open.has(`condition ${name}`)) return false;
    if (!Object.hasOwn(this.known.conditions, name)) {
      this.assume(name, 'There is no such condition. It counts as not met.');
      return false;
    }
    this.open.add(`condition ${name}`);
    const result = this.test(this.known.conditions[name] ?? null);
    this.open.delete(`condition ${name}`);
    this.conditions.set(name, result);
    return result;
  }

  private test(json: Json): boolean {
    this.left -= 1;
    if (this.left < 0 || !isJsonFields(json)) return false;
    const [name = '', argument = null] = Object.entries(json)[0] ?? [];
    const list = Array.isArray(argument) ? (argument as readonly Json[]) : [];
    switch (name) {
      case 'Condition':
        return typeof argument === 'string' && this.condition(argument);
      case 'Fn::And':
        return list.length > 0 && list.every((one) => this.test(one));
      case 'Fn::Or':
        return list.some((one) => this.test(one));
      case 'Fn::Not':
        return list[0] !== undefined && !this.test(list[0]);
      case 'Fn::Equals':
        return JSON.stringify(this.plain(list[0])) === JSON.stringify(this.plain(list[1]));
      default:
        this.assume(name, 'Conditions with this function are not resolved. They count as not met.');
        return false;
    }
  }

  private plain(json: Json | undefined): Value | undefined {
    const value = json === undefined ? undefined : this.resolve(json);
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  }

  private call(name: string, argument: Json): Value | undefined {
    const list = Array.isArray(argument) ? (argument as readonly Json[]) : [];
    switch (name) {
      case 'Ref':
        return typeof argument === 'string' ? this.reference(argument) : undefined;
      case 'Fn::GetAtt':
        return this.attribute(argument);
      case 'Fn::If':
        return this.resolve((this.condition(String(list[0])) ? list[1] : list[2]) ?? null) ?? undefined;
      case 'Fn::Join':
        return this.join(list);
      case 'Fn::Sub':
        return this.substitute(argument);
      case 'Fn::Select': {
        const from = this.resolve(list[1] ?? null);
        return isList(from) ? from[Number(this.plain(list[0]))] : undefined;
      }
      case 'Fn::Split': {
        const parts = partsOf(this.resolve(list[1] ?? null));
        return parts && typeof list[0] === 'string' ? split(parts, list[0]) : undefined;
      }
      case 'Fn::FindInMap':
        return this.lookUp(list);
      case 'Fn::GetAZs':
        return this.zones(argument);
      case 'Fn::Cidr':
        return this.blocks(list);
      case 'Fn::Base64':
        return this.resolve(argument);
      case 'Fn::ImportValue': {
        const parts = partsOf(this.resolve(argument));
        const text = (parts ?? []).map((part) => (typeof part === 'string' ? part : part.logicalId)).join('');
        this.assume(text, 'This value comes from another stack. Its name stands in for it.');
        return text;
      }
      case 'Fn::Length': {
        const value = this.resolve(argument);
        return isList(value) ? value.length : undefined;
      }
      case 'Fn::ToJsonString': {
        const value = this.resolve(argument);
        return value === undefined ? undefined : this.text(jsonParts(value));
      }
      case 'Fn::Transform':
        this.assume(name, MACRO);
        return undefined;
      default:
        this.assume(name, 'This function is not resolved. What it would give is left out.');
        return undefined;
    }
  }

  private reference(name: string): Value | undefined {
    if (name === NO_VALUE) return undefined;
    if (Object.hasOwn(this.pseudo, name)) {
      const value = this.pseudo[name] ?? '';
      if (name === STACK_NAME) this.assume(name, `It is known only with the stack. “${value}” stands in for it.`);
      return value;
    }
    if (Object.hasOwn(this.known.parameters, name)) return this.parameter(name);
    if (Object.hasOwn(this.known.resources, name)) return new Pointer(name);
    this.assume(name, 'The template has no such parameter or resource. What names it is left out.');
    return undefined;
  }

  private parameter(name: string): Value {
    const { type, usual, standIn } = parameterOf(name, this.known.parameters[name]);
    const given = Object.hasOwn(this.values, name) ? this.values[name] : undefined;
    if (given === undefined && usual === undefined) {
      const words = standIn === name ? 'Its name' : `“${standIn}”`;
      this.assume(name, `This parameter has no value in the template. ${words} stands in for it.`);
    }
    const text = given ?? standIn;
    if (!holdsList(type)) return text;
    return text === '' ? [] : text.split(',').map((one) => one.trim());
  }

  private zones(argument: Json): Value {
    const [region] = partsOf(this.resolve(argument)) ?? [];
    const named = typeof region === 'string' && region !== '' ? region : this.region;
    return ZONES.map((letter) => `${named}${letter}`);
  }

  private attribute(argument: Json): Value | undefined {
    const whole = typeof argument === 'string' ? argument.split('.') : undefined;
    const list = Array.isArray(argument) ? (argument as readonly Json[]) : (whole ?? []);
    const [logicalId, ...rest] = list.map((one) => String(this.plain(one) ?? ''));
    if (logicalId === undefined || !Object.hasOwn(this.known.resources, logicalId)) {
      this.assume(String(logicalId), 'The template has no such resource. What names it is left out.');
      return undefined;
    }
    return new Pointer(logicalId, rest.join('.'));
  }

  private join(list: readonly Json[]): Value | undefined {
    const separator = typeof list[0] === 'string' ? list[0] : '';
    const items = this.resolve(list[1] ?? null);
    if (!isList(items)) return items;
    const parts = items.flatMap((item, index) => [...(index > 0 ? [separator] : []), ...(partsOf(item) ?? [])]);
    return this.text(parts);
  }

  private substitute(argument: Json): Value | undefined {
    const list = Array.isArray(argument) ? (argument as readonly Json[]) : [argument];
    const [template, given] = list;
    if (typeof template !== 'string') return undefined;
    const own = isJsonFields(given) ? given : {};
    const parts: (string | Pointer)[] = [];
    let at = 0;
    for (const match of template.matchAll(/\$\{([^}]*)\}/g)) {
      parts.push(template.slice(at, match.index));
      at = match.index + match[0].length;
      const name = (match[1] ?? '').trim();
      if (name.startsWith('!')) parts.push(`\${${name.slice(1)}}`);
      else parts.push(...(partsOf(this.variable(name, own)) ?? [name]));
      if (this.left < 0) break;
    }
    parts.push(template.slice(at));
    return this.text(parts);
  }

  private variable(name: string, own: Fields): Value | undefined {
    if (Object.hasOwn(own, name)) return this.resolve(own[name] ?? null);
    return name.includes('.') ? this.attribute(name) : this.reference(name);
  }

  private lookUp(list: readonly Json[]): Value | undefined {
    const keys = list.slice(0, 3).map((one) => String(this.plain(one) ?? ''));
    let found: Json | undefined = this.known.mappings;
    for (const key of keys) found = isJsonFields(found) && Object.hasOwn(found, key) ? found[key] : undefined;
    if (found !== undefined) return this.resolve(found);
    const fallback = list[3];
    if (isJsonFields(fallback) && fallback['DefaultValue'] !== undefined) return this.resolve(fallback['DefaultValue']);
    this.assume(keys.join('.'), 'The mappings have no such entry. What would be there is left out.');
    return undefined;
  }

  private blocks(list: readonly Json[]): Value | undefined {
    const range = this.resolve(list[0] ?? null);
    const [count, bits] = [Number(this.plain(list[1])), Number(this.plain(list[2] ?? null))];
    const text = range instanceof Pointer ? this.property(range) : range;
    const blocks = typeof text === 'string' ? addressBlocks(text, count, bits) : undefined;
    if (!blocks) this.assume('Fn::Cidr', 'These ranges cannot be computed here: they are IPv6, or do not fit.');
    return blocks;
  }

  /** An attribute that repeats a property of its resource: `VPC.CidrBlock`. */
  property({ logicalId, attribute }: Pointer): Value | undefined {
    const resource = this.known.resources[logicalId];
    const properties = isJsonFields(resource) ? resource['Properties'] : undefined;
    const mark = `property ${logicalId}.${attribute ?? ''}`;
    if (attribute === undefined || this.open.has(mark)) return undefined;
    if (!isJsonFields(properties) || !Object.hasOwn(properties, attribute)) return undefined;
    this.open.add(mark);
    const value = this.resolve(properties[attribute] ?? null);
    this.open.delete(mark);
    return value;
  }

  private text(parts: readonly (string | Pointer)[]): Value | undefined {
    const length = parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0);
    this.left -= Math.ceil(length / 1000);
    if (length <= LONGEST) return mix(parts);
    this.assume('Fn::Sub', 'A text becomes longer than 100,000 characters. It is left out.');
    return undefined;
  }
}
