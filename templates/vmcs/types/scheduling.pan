@documentation{
    desc = The machine's share of the processors.
}
declaration template vmcs/types/scheduling;

include 'vmcs/types/text';
include 'vmcs/checks/scheduling';

@{ host CPUs: one set for all virtual CPUs, or one for each }
type vmcs_affinity = {
    @{ host CPUs for all virtual CPUs }
    'all' ? vmcs_cpu_list
    @{ host CPUs for each virtual CPU in turn }
    'each' ? vmcs_cpu_list[1..]
} with vmcs_is_one_of(SELF, "'all' and 'each'");

@{ share in a pool whose scheduler is RTDS }
type vmcs_realtime = {
    @{ length of a period, in microseconds }
    'period' : long(1..2147483647)
    @{ time that each virtual CPU gets in a period, in microseconds }
    'budget' : long(1..2147483647)
    @{ whether it also gets time that nobody needs }
    'extratime' ? boolean
} with vmcs_realtime_is_consistent(SELF);

type vmcs_scheduling = {
    @{ share of the processors when they are short; 256 is the usual share }
    'weight' ? long(1..65535)
    @{ upper limit, in percent of one processor; 0 is no limit }
    'cap' ? long(0..409600)
    @{ pool of processors of the host }
    'pool' ? vmcs_word
    @{ host CPUs that it may run on }
    'hard_affinity' ? vmcs_affinity
    @{ host CPUs that it prefers to run on }
    'soft_affinity' ? vmcs_affinity
    @{ share in a pool whose scheduler is RTDS; excludes weight and cap }
    'realtime' ? vmcs_realtime
} with vmcs_scheduling_is_consistent(SELF);
