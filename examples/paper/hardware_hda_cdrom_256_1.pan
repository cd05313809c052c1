@documentation{ desc = One virtual CPU, 256 MiB of memory, a hard disk hda and a CD-ROM drive hdc. }
structure template hardware_hda_cdrom_256_1;

'cpu' = 1;
'memory' = 256;
'devices/hda' = dict('type', 'disk', 'size', 2000);
'devices/hdc' = dict('type', 'cdrom');
