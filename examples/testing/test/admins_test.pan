# The file that the template reads is another one here: mocks/site/admins.txt.
object template admins_test;

#! include-path mocks
include 'vmcs/testing';
include 'site/admins';

valid '/software/users' = same_tree(SELF, dict('tester', dict('sudo', 'ALL=(ALL) ALL')));
