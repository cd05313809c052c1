@documentation{ desc = What was learned when packages did not run as installed. }
declaration template learned;

valid '/software/packages/egd/version' >= '0.8'
    when '/software/packages/openssh'
    message 'sshd: no entropy source: /var/run/egd-pool: No such file or directory';
