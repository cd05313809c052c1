@documentation{
    desc = Who may log in, from a file that the site keeps beside its templates.
}
template site/admins;

'/software/users' = {
    users = dict();
    foreach (index; name; split('\s+', file_contents('site/admins.txt'))) {
        users[name] = dict('sudo', 'ALL=(ALL) ALL');
    };
    users;
};
