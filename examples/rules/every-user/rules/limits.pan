@documentation{ desc = What one user can have. }
declaration template limits;

valid '/hardware/memory/size' <= 16384
    message 'A user has 16 GiB at most';
valid '/hardware/cpu/count' <= 8
    message 'A user has 8 processors at most';
