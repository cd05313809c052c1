object template host1;

variable MEMORY = 2048;

include 'site/defaults';

'/host/interfaces/eth0/ip' = '192.0.2.11';
