@documentation{
    desc = What tests compare whole trees with. vmcs test shows where two trees differ.
}
declaration template vmcs/testing;

@documentation{
    desc = Whether a value is of the same kind as another one, and the same: dicts with all their keys, lists with all their items.
    arg = the value
    arg = what it should be
}
function same_tree = {
    value = ARGV[0];
    wanted = ARGV[1];
    if (is_list(wanted)) {
        if (!is_list(value) || length(value) != length(wanted)) return(false);
    } else if (is_dict(wanted)) {
        if (!is_dict(value) || length(value) != length(wanted)) return(false);
    } else {
        return(vmcs_same_property(value, wanted));
    };
    foreach (key; part; wanted) {
        if (!exists(value[key]) || !same_tree(value[key], part)) return(false);
    };
    true;
};

@documentation{
    desc = Whether a value has at least what another one has: a dict may have more keys, a list more items at its end.
    arg = the value
    arg = what it should have
}
function has_tree = {
    value = ARGV[0];
    wanted = ARGV[1];
    if (is_list(wanted)) {
        if (!is_list(value) || length(value) < length(wanted)) return(false);
    } else if (is_dict(wanted)) {
        if (!is_dict(value)) return(false);
    } else {
        return(vmcs_same_property(value, wanted));
    };
    foreach (key; part; wanted) {
        if (!exists(value[key]) || !has_tree(value[key], part)) return(false);
    };
    true;
};

@documentation{
    desc = Whether two properties are of the same kind and the same.
    arg = one of them
    arg = the other one
}
function vmcs_same_property = {
    value = ARGV[0];
    wanted = ARGV[1];
    if (is_string(value) && is_string(wanted)) return(value == wanted);
    if (is_boolean(value) && is_boolean(wanted)) return(value == wanted);
    if (is_long(value) && is_long(wanted)) return(value == wanted);
    is_double(value) && is_double(wanted) && value == wanted;
};
