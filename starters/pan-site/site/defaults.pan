@documentation{
    desc = What all hosts of this site have in common; a profile sets MEMORY before it includes this.
}
template site/defaults;

include 'site/types';

@{ memory in MiB }
variable MEMORY ?= 1024;

bind '/host' = site_host;

'/host/name' = OBJECT;
'/host/memory' = MEMORY;
