@documentation{
    desc = What all machines here must keep to.
}
declaration template site;

valid '/hardware/cpu/count' >= 4
    when '/software/packages/slurmd'
    message 'jobs of our queue take four processors';
