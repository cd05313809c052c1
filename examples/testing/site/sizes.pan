@documentation{
    desc = Memory and processors of the site's machines, by the number of people that they serve.
}
template site/sizes;

include 'vmcs/units';

@documentation{
    desc = People that the machine serves at the same time.
}
variable PEOPLE ?= 10;

@documentation{
    desc = A number, rounded up to a whole number of steps.
    arg = the number
    arg = the step
}
function site_round_up = {
    rest = ARGV[0] % ARGV[1];
    if (rest == 0) {
        ARGV[0];
    } else {
        ARGV[0] - rest + ARGV[1];
    };
};

'/hardware/memory/size' = {
    if (PEOPLE < 1) {
        error('a machine for %d people is of no use', PEOPLE);
    };
    site_round_up(1 * GiB + 8 * PEOPLE, 256);
};
'/hardware/cpu/count' = if (PEOPLE > 100) 4 else 2;
