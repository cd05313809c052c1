@documentation{ desc = A drive with a disc, which is a file of the host. The description sets source/file. }
structure template vmcs/cdrom/image;

'source/file' = undef;
