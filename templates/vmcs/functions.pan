@documentation{
    desc = Checks that the types of the model share. Each gives true, or ends with a message that says what to do.
}
declaration template vmcs/functions;

@documentation{
    desc = Whether a text has a form.
    arg = the text
    arg = a regular expression for the form
    arg = what the text should be, in words
}
function vmcs_has_form = {
    if (!match(ARGV[0], ARGV[1])) {
        error(format("'%s' is not %s", ARGV[0], ARGV[2]));
    };
    true;
};

@documentation{
    desc = Whether all keys of a dict have a form.
    arg = the dict
    arg = a regular expression for the form
    arg = what each key should be, in words
}
function vmcs_keys_have_form = {
    foreach (key; value; ARGV[0]) {
        vmcs_has_form(key, ARGV[1], ARGV[2]);
    };
    true;
};

@documentation{
    desc = Whether a limit, where there is one, is not below the value that it limits.
    arg = a dict
    arg = key of the value
    arg = key of the limit
}
function vmcs_limit_holds = {
    record = ARGV[0];
    value = record[ARGV[1]];
    if (exists(record[ARGV[2]]) && record[ARGV[2]] < value) {
        error(format("%s is %d, which is below %s (%d): raise %s or lower %s",
            ARGV[2], record[ARGV[2]], ARGV[1], value, ARGV[2], ARGV[1]));
    };
    true;
};

@documentation{
    desc = Whether exactly one of the fields of a record is given.
    arg = the record
    arg = what to give, in words
}
function vmcs_is_one_of = {
    if (length(ARGV[0]) != 1) {
        error(format('give exactly one of %s, not %d of them', ARGV[1], length(ARGV[0])));
    };
    true;
};

@documentation{
    desc = The whole disk that a device belongs to: xvda for xvda and for xvda1.
    arg = a device name
}
function vmcs_whole_disk = replace('[0-9]+$', '', ARGV[0]);
