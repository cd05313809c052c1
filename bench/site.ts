/**
 * The site that is measured: profiles of many machines from shared templates, made by counting, so that it is the
 * same everywhere.
 *
 * It has what real sites have: types with defaults and validation, functions, structure templates, components with
 * a schema and a configuration each, services that include them, and object templates of a few lines.
 */

export interface SiteSize {
  readonly profiles: number;
  /** Templates besides the profiles, about. */
  readonly templates: number;
}

export const standardSite: SiteSize = { profiles: 200, templates: 300 };

/** Text of each template by its path. */
export function makeSite({ profiles, templates }: SiteSize): ReadonlyMap<string, string> {
  const components = Math.max(4, Math.floor(templates * 0.4));
  const services = Math.max(2, Math.floor(templates * 0.1));
  const machines = Math.max(2, Math.floor(templates * 0.05));
  const counts = { components, services, machines };
  return new Map([
    ["site/types.pan", commonTypes()],
    ["site/functions.pan", functions()],
    ["site/defaults.pan", defaults()],
    ...range(machines).map((i) => [`hardware/machine${i}.pan`, machine(i)] as const),
    ...range(components).map((i) => [`components/c${i}/schema.pan`, schema(i)] as const),
    ...range(components).map((i) => [`components/c${i}/config.pan`, component(i)] as const),
    ...range(services).map((i) => [`services/s${i}.pan`, service(i, components)] as const),
    ...range(profiles).map((i) => [`profiles/host${i}.pan`, profile(i, counts)] as const),
  ]);
}

function commonTypes(): string {
  return `declaration template site/types;

type site_port = long(1..65535);
type site_name = string with match(SELF, '^[a-z][a-z0-9-]*$');
type site_fqdn = string with {
  parts = split('\\.', SELF);
  if (length(parts) < 2) error(format('%s is no full name', SELF));
  foreach (i; part; parts) {
    if (!match(part, '^[A-Za-z0-9-]+$')) error(format('%s in %s', part, SELF));
  };
  true;
};
type site_ip = string with {
  if (!match(SELF, '^\\d+\\.\\d+\\.\\d+\\.\\d+$')) return(false);
  foreach (i; part; split('\\.', SELF)) if (to_long(part) > 255) return(false);
  true;
};
type site_interface = extensible {
  'ip' : site_ip
  'netmask' : site_ip = '255.255.255.0'
  'mtu' ? long(68..9000)
  'hwaddr' ? string with match(SELF, '^[0-9a-f]{2}(:[0-9a-f]{2}){5}$')
};
type site_disk = {
  'size' : long(1..)
  'interface' : choice('sata', 'sas', 'nvme') = 'sata'
  'boot' : boolean = false
};
type site_hardware = extensible {
  'vendor' : string
  'model' : string
  'serial' : string
  'cores' : long(1..1024)
  'ram' : long(1..)
  'disks' : site_disk{}
  'nics' : extensible {}{}
};
type site_component = extensible {
  'active' : boolean = true
  'dispatch' : boolean = true
  'dependencies' ? string[]
};
type site_system = {
  'name' : site_fqdn
  'aliases' ? site_name[]
  'interfaces' : site_interface{1..}
  'parameters' : string{}
};
`;
}

function functions(): string {
  return `declaration template site/functions;

# The address of the machine of that number in a network of three parts.
function address_of = {
  if (ARGC != 2) error('usage: address_of(network, number)');
  ARGV[0] + '.' + to_string(ARGV[1] % 250 + 1);
};

function mac_of = {
  number = ARGV[0];
  text = '02:00:00';
  for (i = 0; i < 3; i = i + 1) {
    digits = format('%02x', number & 255);
    text = text + ':' + digits;
    number = number / 256;
  };
  text;
};

# SELF with a service added, unless it is there.
function add_service = {
  services = if (is_defined(SELF)) SELF else list();
  if (index(ARGV[0], services) < 0) services = append(services, ARGV[0]);
  services;
};

function merge_options = {
  result = dict();
  foreach (i; options; ARGV) {
    foreach (key; value; options) result[key] = value;
  };
  result;
};
`;
}

function defaults(): string {
  return `unique template site/defaults;

variable DOMAIN ?= 'example.org';
variable NETWORK ?= '10.0.0';
variable NAME_SERVERS ?= list('10.0.0.1', '10.0.0.2');
variable OPTIONS ?= dict('retries', 3, 'timeout', 2.5, 'verbose', false);
variable KERNEL_PARAMETERS = {
  parameters = dict();
  for (i = 0; i < 20; i = i + 1) {
    parameters['p' + to_string(i)] = format('value of %d in %s', i, DOMAIN);
  };
  parameters;
};
`;
}

function machine(i: number): string {
  return `structure template hardware/machine${i};

'vendor' = 'vendor ${i % 5}';
'model' = 'model-${i}';
'cores' = ${4 + (i % 60)};
'ram' = ${2048 * (1 + (i % 32))};
'disks/sda' = dict('size', ${100 + i}, 'boot', true);
'disks/sdb/size' = ${1000 + i};
'nics/eth0' = dict('pxe', true, 'media', 'Ethernet');
'nics/eth1/media' = 'Ethernet';
`;
}

function schema(i: number): string {
  const needsLimits = i % 3 === 0;
  return `declaration template components/c${i}/schema;

include 'site/types';

type c${i}_option = {
  'name' : site_name
  'value' : string = 'default of ${i}'
  'weight' : long(0..1000) = ${i % 100}
  'ratio' ? double
};
type c${i}_component = {
  include site_component
  'port' : site_port = ${1024 + i}
  'options' : c${i}_option[]
  'hosts' : string{} = dict()
  'limits' ${needsLimits ? ":" : "?"} long[2]
} with {
  if (SELF['port'] == 1) error('component ${i} cannot have port 1');
  true;
};
`;
}

function component(i: number): string {
  return `unique template components/c${i}/config;

include 'components/c${i}/schema';

bind '/software/components/c${i}' = c${i}_component;

'/software/packages/{package-${i}}' = dict('version', '${i % 7}.${i % 11}', 'arch', list('x86_64'));

prefix '/software/components/c${i}';
'active' ?= true;
'port' = ${2000 + i};
'limits' = list(${i}, ${i * 2});
'options' = {
  for (i = 0; i < ${3 + (i % 6)}; i = i + 1) {
    append(dict('name', format('option-%d', i), 'weight', i * 7));
  };
  SELF;
};
'hosts' = {
  foreach (i; server; NAME_SERVERS) SELF[escape(server)] = OBJECT;
  if (exists(KERNEL_PARAMETERS['p${i % 25}'])) SELF['parameter'] = KERNEL_PARAMETERS['p${i % 25}'];
  SELF;
};
'dependencies' = if (path_exists('/software/components/c${Math.max(0, i - 1)}')) list('c${Math.max(0, i - 1)}') else list();
`;
}

function service(i: number, components: number): string {
  const included = range(8).map(
    (k) => `include 'components/c${(i * 5 + k * 3) % components}/config';`,
  );
  return `template services/s${i};

${included.join("\n")}

'/system/parameters/service${i}' = 'on';
'/software/services' = add_service('s${i}');
'/software/components/c${(i * 5) % components}/options' = {
  foreach (i; option; SELF) option['value'] = OBJECT + ' ' + to_string(i);
  append(dict('name', 'service-${i}', 'ratio', ${i}.5));
};
`;
}

function profile(
  i: number,
  { services, machines }: { readonly services: number; readonly machines: number },
): string {
  const included = range(4).map((k) => `include 'services/s${(i * 7 + k * 11) % services}';`);
  return `object template profiles/host${i};

variable NETWORK = '10.0.${i % 200}';
variable NUMBER = ${i};

include 'site/types';
include 'site/functions';
include 'site/defaults';

bind '/hardware' = site_hardware;
bind '/system' = site_system;
bind '/software/services' = site_name[];

'/hardware' = create('hardware/machine${i % machines}', 'serial', 'SN-${100000 + i}');
'/hardware/nics' = {
  foreach (name; nic; SELF) SELF[name]['hwaddr'] = mac_of(NUMBER * 256 + length(name));
  SELF;
};
'/system/name' = 'host${i}.' + DOMAIN;
'/system/aliases' = list('host-${i}', 'h${i}');
'/system/interfaces/eth0' = dict('ip', address_of(NETWORK, NUMBER), 'hwaddr', mac_of(NUMBER));
'/system/interfaces/eth1' = dict('ip', address_of(NETWORK, NUMBER + 100), 'mtu', 9000);
'/system/parameters' = KERNEL_PARAMETERS;
${included.join("\n")}
'/metadata' = merge_options(OPTIONS, dict('retries', ${i % 9}, 'owner', 'team-${i % 12}'));
'/metadata/digest' = digest('SHA-256', value('/system/name'));
`;
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}
