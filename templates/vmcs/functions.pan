@documentation{
    desc = Checks that the types of the model share. Each gives true, or ends with a message that says what to do.
}
declaration template vmcs/functions;

include 'vmcs/types/forms';

@documentation{
    desc = Whether XML can hold a text: skeletons are XML.
    arg = the text
}
function vmcs_is_text = {
    if (match(ARGV[0], '[^\t\n\r\x20-\x{d7ff}\x{e000}-\x{fffd}\x{10000}-\x{10ffff}]')) {
        error("'%s' has a control character, which no XML document can hold: leave it out", ARGV[0]);
    };
    true;
};

@documentation{
    desc = Whether a text has a form.
    arg = the text
    arg = a regular expression for the form
    arg = what the text should be, in words
}
function vmcs_has_form = {
    if (!match(ARGV[0], ARGV[1])) {
        error("'%s' is not %s", ARGV[0], ARGV[2]);
    };
    true;
};

@documentation{
    desc = Whether a text is of a form that has a name.
    arg = the text
    arg = name of the form in VMCS_FORMS
}
function vmcs_is = {
    form = VMCS_FORMS[ARGV[1]];
    if (!match(ARGV[0], '\A(?:' + form[0] + ')\z')) error("'%s' is not %s", ARGV[0], form[1]);
    if (length(form) == 3 && length(ARGV[0]) > form[2]) {
        error("'%s' has %d characters, and %d are the most", ARGV[0], length(ARGV[0]), form[2]);
    };
    vmcs_is_text(ARGV[0]);
};

@documentation{
    desc = Whether a text says where a secret is. A text that does not may be the secret, so that it is not repeated.
    arg = the text
}
function vmcs_is_no_secret = {
    if (!match(ARGV[0], '\A(?:' + VMCS_FORMS['secret'][0] + ')\z')) {
        error('this must say where the secret is, file:/absolute/path or env:NAME, and not be the secret itself');
    };
    true;
};

@{ the word that stands for a machine's index where one description is many machines }
final variable VMCS_INDEX = '\{index\}';

@{ whether a name leaves the index of a machine to vmcs, which adds it }
function vmcs_has_no_index = {
    if (match(ARGV[0], VMCS_INDEX)) {
        error("each of many machines gets its index after this name by itself: leave {index} out of '%s'", ARGV[0]);
    };
    true;
};

@{ whether a machine may have a name: that of the host itself is taken }
function vmcs_name_is_free = {
    if (ARGV[0] == 'Domain-0') error('Domain-0 is the name of the host itself: choose another name');
    true;
};

@documentation{
    desc = Whether all keys of a dict are of a form that has a name.
    arg = the dict
    arg = name of the form in VMCS_FORMS
}
function vmcs_keys_are = {
    foreach (key; value; ARGV[0]) {
        vmcs_is(key, ARGV[1]);
    };
    true;
};

@documentation{
    desc = Whether a number is one of some.
    arg = the number
    arg = a list of numbers
}
function vmcs_is_one_number_of = {
    wanted = '';
    foreach (index; number; ARGV[1]) {
        if (number == ARGV[0]) return(true);
        if (index > 0) wanted = wanted + ', ';
        wanted = wanted + to_string(number);
    };
    error('%d is not one of the numbers %s', ARGV[0], wanted);
};

@documentation{
    desc = Whether a limit, where there is one, is not below the value that it limits.
    arg = a dict
    arg = key of the value
    arg = key of the limit
}
function vmcs_limit_holds = {
    record = ARGV[0];
    if (!exists(record[ARGV[1]]) || !exists(record[ARGV[2]])) return(true);
    value = record[ARGV[1]];
    if (record[ARGV[2]] < value) {
        error(
            "%s is %d, which is below %s (%d): raise %s or lower %s",
            ARGV[2],
            record[ARGV[2]],
            ARGV[1],
            value,
            ARGV[2],
            ARGV[1],
        );
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
        error('give exactly one of %s, not %d of them', ARGV[1], length(ARGV[0]));
    };
    true;
};

@documentation{
    desc = Whether at most one of two fields of a record is given.
    arg = the record
    arg = the one field
    arg = the other field
    arg = why not both, in words
}
function vmcs_excludes = {
    if (exists(ARGV[0][ARGV[1]]) && exists(ARGV[0][ARGV[2]])) {
        error("'%s' and '%s' exclude each other, as %s: remove one", ARGV[1], ARGV[2], ARGV[3]);
    };
    true;
};

@documentation{
    desc = Adds the owner of a thing to a dict of owners, in which it must not have one.
    arg = the dict
    arg = the thing
    arg = its owner
    arg = that it has an owner, in words
}
function vmcs_add_once = {
    owners = ARGV[0];
    key = escape(ARGV[1]);
    if (exists(owners[key])) {
        error('%s twice, by %s and %s: change or remove one', ARGV[3], owners[key], ARGV[2]);
    };
    owners[key] = ARGV[2];
    true;
};

@documentation{
    desc = The value of a key of a dict, or nothing: ''.
    arg = the dict
    arg = the key, which may be any text
}
function vmcs_value_at = {
    key = escape(ARGV[1]);
    if (exists(ARGV[0][key])) ARGV[0][key] else '';
};

@documentation{
    desc = The whole disk that a device belongs to: xvda for xvda and for xvda1.
    arg = a device name
}
function vmcs_whole_disk = replace('[0-9]+$', '', ARGV[0]);
