@documentation{
    desc = Sets of CPUs, such as 0-3,5.
}
declaration template vmcs/checks/numbers;

@documentation{
    desc = Whether a set of host CPUs makes sense: ranges go up, and nothing is taken away from nothing.
    arg = a set such as 0-3,5 or all,^1
}
function vmcs_cpu_list_is_sound = {
    set = ARGV[0];
    foreach (index; item; split(',', set)) {
        if (index == 0 && match(item, '^\^')) {
            error("'%s' begins by taking CPUs away: say first from what, such as all,%s", set, set);
        };
        ends = matches(item, '^\^?(?:nodes?:)?([0-9]+)-([0-9]+)$');
        if (length(ends) > 0 && to_long(ends[1], 10) > to_long(ends[2], 10)) {
            error("'%s' ends before it begins: write it as %s-%s", item, ends[2], ends[1]);
        };
    };
    true;
};

@documentation{
    desc = The numbers in a set, each as a key of a dict.
    arg = a set such as 0-3,5
    arg = how many there can be: numbers are below it
    arg = of what the set is, in words
}
function vmcs_numbers_in = {
    numbers = dict();
    foreach (index; item; split(',', ARGV[0])) {
        ends = matches(item, '^([0-9]+)(?:-([0-9]+))?$');
        if (length(ends) == 0) {
            error("'%s' does not name %s: write numbers and ranges, such as 0-3,5", item, ARGV[2]);
        };
        first = to_long(ends[1], 10);
        if (length(ends) == 3) last = to_long(ends[2], 10) else last = first;
        if (last >= ARGV[1]) {
            error("%s of '%s' are from 0 to %d, as there are %d", ARGV[2], ARGV[0], ARGV[1] - 1, ARGV[1]);
        };
        for (number = first; number <= last; number = number + 1) {
            if (exists(numbers[escape(to_string(number))])) error("'%s' has %d twice", ARGV[0], number);
            numbers[escape(to_string(number))] = number;
        };
    };
    numbers;
};
