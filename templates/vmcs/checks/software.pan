@documentation{
    desc = What must hold between the values below /software.
}
declaration template vmcs/checks/software;

include 'vmcs/functions';

function vmcs_repository_is_consistent = {
    repository = ARGV[0];
    if (repository['type'] == 'deb' && !exists(repository['suite'])) {
        error("a repository of type deb needs a 'suite'");
    };
    if (repository['type'] != 'deb') {
        foreach (index; field; list('suite', 'components')) {
            if (exists(repository[field])) {
                error("'%s' is for repositories of type deb, and this one is %s", field, repository['type']);
            };
        };
    };
    true;
};

function vmcs_user_is_consistent = {
    user = ARGV[0];
    if (exists(user['hashed_passwd']) && user['lock_passwd']) {
        error("'hashed_passwd' is of no use while 'lock_passwd' is true, as it is by default: set it to false");
    };
    if (exists(user['ssh_authorized_keys'])) {
        foreach (index; key; user['ssh_authorized_keys']) {
            if (match(key, 'PRIVATE KEY')) {
                error(
                    "'ssh_authorized_keys' has a private key, which nobody else may see: give the public one, from " +
                    "the file *.pub",
                );
            };
            if (!match(key, '(^|\s)(ssh-|ecdsa-|sk-)[a-z0-9@.-]+\s+AAAA[A-Za-z0-9+/]+={0,2}(\s|$)')) {
                error("'%s' is not a public key such as ssh-ed25519 AAAA… name: copy the line of a file *.pub", key);
            };
        };
    };
    true;
};

function vmcs_users_are_consistent = {
    numbers = dict();
    foreach (name; user; ARGV[0]) {
        if (exists(user['uid'])) {
            vmcs_add_once(numbers, to_string(user['uid']), name, format("the number %d ('uid') is taken", user['uid']));
        };
    };
    true;
};

@{ one file is written once, but more can be added to it }
function vmcs_files_are_consistent = {
    paths = dict();
    foreach (name; file; ARGV[0]) {
        if (!exists(file['append']) || !file['append']) {
            vmcs_add_once(paths, file['path'], name, format("without 'append', %s is written", file['path']));
        };
    };
    true;
};
