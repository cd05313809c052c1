@documentation{
    desc = What must hold between the values below /system/scheduling.
}
declaration template vmcs/checks/scheduling;

include 'vmcs/functions';

function vmcs_realtime_is_consistent = {
    realtime = ARGV[0];
    if (realtime['budget'] > realtime['period']) {
        error(
            "'budget' is %d us of each 'period' of %d us: lower the budget or raise the period",
            realtime['budget'],
            realtime['period'],
        );
    };
    if (realtime['budget'] < 10) error("'budget' is %d us, and the scheduler takes 10 at least", realtime['budget']);
    true;
};

function vmcs_scheduling_is_consistent = {
    foreach (index; field; list('weight', 'cap')) {
        vmcs_excludes(ARGV[0], 'realtime', field, 'the real-time scheduler has neither weights nor caps');
    };
    true;
};
