@documentation{
    desc = People log in by key: not as root, and not by a password that could be guessed.
}
declaration template policies/logins;

conflict '/software/users/root/lock_passwd' == false
    message 'Nobody logs in as root by password';
conflict '/software/users/root/hashed_passwd'
    message 'Nobody logs in as root by password';
conflict '/software/ssh_pwauth' == true
    message 'Nobody logs in over SSH by password';
conflict '/software/disable_root' == false
    message 'Nobody logs in over SSH as root';

# Whoever can become root has a key of his own.
valid '/software/users/*/ssh_authorized_keys'
    when '/software/users/*/sudo' && '/software/users/*/system' != true
    message 'Users of sudo log in by key';
