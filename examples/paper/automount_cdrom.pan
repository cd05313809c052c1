@documentation{ desc = Mount points for the root on hda and the disc in hdc. }
template automount_cdrom;

prefix '/storage/filesystems';
'root' = dict('device', 'hda1', 'mount', '/', 'type', 'ext3');
'cdrom' = dict('device', 'hdc', 'mount', '/mnt/cdrom', 'type', 'iso9660', 'options', list('ro'));
