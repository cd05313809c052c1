@documentation{ desc = A drive without a disc. }
structure template vmcs/cdrom/empty;
